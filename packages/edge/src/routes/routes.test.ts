import { AppError } from '@residency/domain/errors'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { formValues, shownValues } from './form-values.ts'
import { issueTexts } from './issue-text.ts'
import { named, refusalBody } from './refusal.ts'
import { returnPath } from './return-path.ts'

describe('where one goes back to', () => {
  it.each([
    ['/account', '/account'],
    ['/mixes?q=a', '/mixes?q=a'],
    ['/a/../b', '/b'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/.//evil.example', '/'],
    ['/x/..//evil.example', '/'],
    ['/%2e//evil.example', '/'],
    ['/x//evil.example', '/x//evil.example'],
    ['/\t/evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['', '/'],
    [undefined, '/'],
    ['/ ok', '/'],
  ])('%j → %s', (given, wanted) => expect(returnPath(given)).toBe(wanted))
})

describe('a form', () => {
  it('is an object whose repeated names are lists', () => {
    const form = new FormData()
    form.append('choice', 'a')
    form.append('choice', 'b')
    form.append('name', 'Ana')
    form.append('__proto__', 'x')
    const values = formValues(form)
    expect(values.choice).toEqual(['a', 'b'])
    expect(values.name).toBe('Ana')
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it('is shown again without its secrets', () => {
    expect(shownValues({ email: 'a@b.example', password: 'x', newPassword: 'x', token: 'x', code: '1' })).toEqual({ email: 'a@b.example' })
  })
})

describe('what zod finds', () => {
  const schema = z.object({
    email: z.email(),
    name: z.string().min(1),
    long: z.string().min(15),
    year: z.coerce.number().max(9),
    choice: z.enum(['a']),
  })
  const found = schema.safeParse({ email: 'x', name: '', long: 'short', year: '10', choice: 'b' })
  it('is said in the reader’s language', () => {
    const english = issueTexts('en', found.error?.issues ?? [])
    expect(english).toEqual({
      email: 'Enter a complete e-mail address, such as name@example.com.',
      name: 'Fill this in.',
      long: 'This is too short.',
      year: 'This number is too large.',
      choice: 'Choose one of the options.',
    })
    const french = issueTexts('fr', found.error?.issues ?? [])
    for (const [field, text] of Object.entries(english)) expect(french[field]).not.toBe(text)
  })
})

describe('a refusal', () => {
  it('has words and a reference', () => {
    expect(refusalBody(new AppError('not_found'), 'es', 'r1')).toMatchObject({
      code: 'not_found',
      requestId: 'r1',
      message: expect.stringMatching(/./),
    })
  })

  it('is "unavailable" when the database is away', () => {
    for (const code of ['ECONNREFUSED', '57P01', 'P1001'])
      expect(named(Object.assign(new Error('x'), { code }))).toMatchObject({ code: 'unavailable' })
    const other = new Error('a bug')
    expect(named(other)).toBe(other)
  })
})
