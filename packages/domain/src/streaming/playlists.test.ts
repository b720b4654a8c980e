import { expect, it } from 'vitest'
import { mediaPlaylist } from './playlists.ts'

const rendition = { name: 'aac128', codecs: 'mp4a.40.2', bandwidth: 1, averageBandwidth: 1, segmentMs: [5_944, 1_200] } as const
const named = (playlist: string): string[] => playlist.match(/[^"\n]*(init\.mp4|\.m4s)/g) ?? []

it('a playlist names the very objects of the attempt that made them, so that no cache mixes two', () => {
  const of = (take: number) => mediaPlaylist({ ...rendition, segmentMs: [...rendition.segmentMs], take, complete: true })
  expect(named(of(3))).toEqual(['3/init.mp4', '3/0.m4s', '3/1.m4s'])
  expect(named(of(4))).toEqual(['4/init.mp4', '4/0.m4s', '4/1.m4s'])
  // What is older than the counting of attempts lies where it always lay.
  expect(named(of(0))).toEqual(['init.mp4', '0.m4s', '1.m4s'])
})
