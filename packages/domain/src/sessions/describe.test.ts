import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { describeDevice, describePlace, regionFromAcceptLanguage } from './index.ts'

// Hundreds of cases each: a machine with other work to do may take its time.
vi.setConfig({ testTimeout: 30_000 })

describe('a device', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge',
      'Windows',
      'computer',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'Chrome',
      'Windows',
      'computer',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
      'Safari',
      'macOS',
      'computer',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      'Safari',
      'iOS',
      'phone',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1',
      'Chrome',
      'iOS',
      'phone',
    ],
    [
      'Mozilla/5.0 (iPad; CPU OS 16_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.0 Mobile/15E148 Safari/604.1',
      'Safari',
      'iPadOS',
      'tablet',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome',
      'Android',
      'phone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Safari/537.36',
      'Samsung Internet',
      'Android',
      'tablet',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux', 'computer'],
    [
      'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 OPR/110.0',
      'Opera',
      'ChromeOS',
      'computer',
    ],
    ['curl/8.5.0', null, null, 'unknown'],
  ])('%s', (userAgent, browser, system, kind) => {
    expect(describeDevice(userAgent)).toEqual({ browser, system, kind })
  })

  it('is unknown when nothing was said, and never an error', () => {
    expect(describeDevice(null)).toEqual({ browser: null, system: null, kind: 'unknown' })
    fc.assert(
      fc.property(fc.string(), (junk) => {
        describeDevice(junk)
      }),
    )
  })
})

describe('a place', () => {
  it.each([
    ['127.0.0.0/24', 'this'],
    ['::/48', 'this'],
    ['192.168.1.0/24', 'local'],
    ['10.20.30.0/24', 'local'],
    ['172.20.0.0/24', 'local'],
    ['fd12:3456:789a::/48', 'local'],
    ['172.32.0.0/24', 'network'],
    ['203.0.113.0/24', 'network'],
    ['2001:db8:1::/48', 'network'],
  ])('%s is %s', (prefix, kind) => {
    expect(describePlace(prefix, null)).toEqual({ kind, network: prefix, region: null })
  })

  it('believes a region only in its own form', () => {
    expect(describePlace(null, 'GB')).toEqual({ kind: 'unknown', network: null, region: 'GB' })
    expect(describePlace(null, '<b>').region).toBeNull()
  })

  it.each([
    ['en-GB,en;q=0.9', 'GB'],
    ['fr,pt-BR;q=0.8', 'BR'],
    ['zh-Hant-TW', 'TW'],
    ['en', null],
    ['', null],
  ])('%s hints at %s', (header, region) => {
    expect(regionFromAcceptLanguage(header)).toBe(region)
  })
})
