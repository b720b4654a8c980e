import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as queues from './queue.ts'

const item = (key: string, mixId = key): queues.QueueItem => ({
  key,
  mixId,
  title: key,
  href: '',
  artist: '',
  artwork: null,
  durationMs: 0,
  link: null,
})
const filled = (waiting: string[]): queues.Queue => ({ items: ['now', ...waiting].map((key) => item(key)), at: 0 })
const keys = (queue: queues.Queue) => queue.items.map(({ key }) => key)

describe('the queue', () => {
  it('plays at once what is asked for, and keeps what waits', () => {
    const queue = queues.playNow(filled(['a', 'b']), item('new'))
    expect(queues.currentItem(queue)?.key).toBe('new')
    expect(queues.upcoming(queue).map(({ key }) => key)).toEqual(['a', 'b'])
    expect(queues.previousItem(queue)?.key).toBe('now')
  })
  it('does not begin a mix again that plays already', () => {
    const queue = filled(['a'])
    expect(queues.playNow(queue, item('other', 'now'))).toBe(queue)
  })
  it('puts next first and last last', () => {
    expect(keys(queues.playNext(filled(['a']), item('n')))).toEqual(['now', 'n', 'a'])
    expect(keys(queues.addLast(filled(['a']), item('n')))).toEqual(['now', 'a', 'n'])
  })
  it('moves within what waits, and to the ends when asked beyond them', () => {
    expect(keys(queues.moveUpcoming(filled(['a', 'b', 'c']), 'c', 0))).toEqual(['now', 'c', 'a', 'b'])
    expect(keys(queues.moveUpcoming(filled(['a', 'b', 'c']), 'a', 99))).toEqual(['now', 'b', 'c', 'a'])
    expect(keys(queues.moveUpcoming(filled(['a', 'b']), 'now', 1))).toEqual(['now', 'a', 'b'])
  })
  it('never takes out what plays, and never grows without end', () => {
    expect(keys(queues.remove(filled(['a']), 'now'))).toEqual(['now', 'a'])
    let queue = filled([])
    for (let index = 0; index < queues.mostQueued + 50; index += 1) queue = queues.addLast(queue, item(`i${index}`))
    expect(queue.items.length).toBe(queues.mostQueued)
    expect(queues.playNext(queue, item('n')).items.length).toBe(queues.mostQueued)
  })
  it('keeps what plays, and every other entry once, whatever is moved and removed', () => {
    const step = fc.record({
      what: fc.constantFrom('move', 'remove', 'clear', 'next', 'last'),
      key: fc.integer({ min: 0, max: 9 }),
      to: fc.integer({ min: -3, max: 12 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let queue = filled(Array.from({ length: 6 }, (_, index) => String(index)))
        let made = 100
        for (const { what, key, to } of steps) {
          if (what === 'move') queue = queues.moveUpcoming(queue, String(key), to)
          else if (what === 'remove') queue = queues.remove(queue, String(key))
          else if (what === 'clear' && to > 10) queue = queues.clearUpcoming(queue)
          else {
            made += 1
            queue = what === 'next' ? queues.playNext(queue, item(String(made))) : queues.addLast(queue, item(String(made)))
          }
          expect(queues.currentItem(queue)?.key).toBe('now')
          expect(new Set(keys(queue)).size).toBe(queue.items.length)
        }
      }),
    )
  })
})
