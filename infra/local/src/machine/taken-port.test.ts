import { describe, expect, it } from 'vitest'
import { takenPort } from './taken-port.ts'

describe('a program’s last words about its port', () => {
  it.each([
    ['Node', '{"level":60,"err":{"message":"listen EADDRINUSE: address already in use 0.0.0.0:5116"}}', 5116],
    ['Node, IPv6', 'Error: listen EADDRINUSE: address already in use :::3000\n    at Server', 3000],
    ['Redis', '# Warning: Could not create server TCP listening socket 127.0.0.1:5161: bind: Address already in use', 5161],
    [
      'Postgres',
      'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use\nHINT:  Is another postmaster already running on port 5117? If not, wait',
      5117,
    ],
  ])('are understood of %s', (_who, words, port) => expect(takenPort(words)).toBe(port))

  it('are not heard where there are none', () => expect(takenPort('serving on 127.0.0.1:3000\nexit code 1')).toBeNull())
})
