import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Material } from './hostile-file.ts'

const run = promisify(execFile)
const sound = ['-f', 'lavfi', '-i', 'sine=440:duration=2:sample_rate=44100']
const picture = ['-f', 'lavfi', '-i', 'testsrc=size=64x64:duration=2:rate=10']

const sounds = {
  wav: ['wav'],
  aiff: ['aiff'],
  flac: ['flac'],
  mp3: ['mp3'],
  adts: ['adts', '-c:a', 'aac'],
  ogg: ['ogg', '-c:a', 'libvorbis'],
  opus: ['ogg', '-c:a', 'libopus'],
  m4a: ['ipod', '-c:a', 'aac'],
  alac: ['ipod', '-c:a', 'alac'],
  caf: ['caf'],
  au: ['au'],
  w64: ['w64'],
  wma: ['asf', '-c:a', 'wmav2'],
  ac3: ['ac3'],
  tta: ['tta'],
  nut: ['nut'],
}
const films = {
  film: ['mp4', '-c:v', 'libx264', '-c:a', 'aac'],
  mkv: ['matroska', '-c:v', 'libx264', '-c:a', 'aac'],
  webm: ['webm', '-c:v', 'libvpx', '-c:a', 'libopus'],
  avi: ['avi'],
  flv: ['flv', '-c:v', 'flv1', '-c:a', 'aac'],
  ts: ['mpegts', '-c:v', 'mpeg2video', '-c:a', 'mp2'],
  mpg: ['mpeg', '-r', '25', '-c:v', 'mpeg2video', '-c:a', 'mp2'],
}
const silent = {
  silentFilm: ['mp4', '-c:v', 'libx264'],
  theora: ['ogg', '-c:v', 'libtheora'],
  mxf: ['mxf', '-r', '25', '-c:v', 'mpeg2video'],
}

/** Has ffmpeg make what the hostile files are twisted from. */
export async function makeMaterial(folder: string, port: number): Promise<Material> {
  const make = async (name: string, inputs: string[], [format = '', ...codec]: string[]): Promise<[string, Buffer]> => {
    const path = join(folder, name)
    await run('ffmpeg', ['-v', 'error', '-y', ...inputs, ...codec, '-f', format, path])
    return [name, await readFile(path)]
  }
  const made: [string, Buffer][] = []
  for (const [name, words] of Object.entries(sounds)) made.push(await make(name, sound, words))
  for (const [name, words] of Object.entries(films)) made.push(await make(name, [...sound, ...picture], words))
  for (const [name, words] of Object.entries(silent)) made.push(await make(name, picture, words))
  const all = Object.fromEntries(made)
  return { ...all, other: all, port } as unknown as Material
}
