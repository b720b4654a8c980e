import { be32, file, type HostileFile, type Material, patched } from './hostile-file.ts'

/** Playlists and containers that want another file read, or an address called. */
export function references({ port, m4a, mp3, other }: Material): HostileFile[] {
  const address = `http://127.0.0.1:${port}/taken.mp3`
  const segments = (uri: string) => `#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n${uri}\n#EXT-X-ENDLIST\n`
  const list = segments(address)
  const texts: [string, string][] = [
    ['hls.mp3', list],
    ['hls.m3u8', list],
    ['hls-file.mp3', segments('file:///etc/passwd')],
    ['hls-relative.mp3', segments('../../../../etc/passwd')],
    ['hls-concat.mp3', segments(`concat:${address}|file:///etc/passwd`)],
    ['hls-subfile.mp3', segments('subfile,,start,0,end,100,,:/etc/passwd')],
    ['hls-data.mp3', segments('data:audio/mp3;base64,AAAA')],
    ['hls-key.mp3', `#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="${address}"\n#EXTINF:9,\n${address}\n#EXT-X-ENDLIST\n`],
    ['hls-master.mp3', `#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n${address}\n`],
    ['hls-with-mark.mp3', `\xef\xbb\xbf${list}`],
    ['hls-after-space.mp3', `\n\n  ${list}`],
    ['m3u.mp3', `#EXTINF:1,a\n${address}\n`],
    ['ffconcat.mp3', `ffconcat version 1.0\nfile '${address}'\n`],
    ['ffconcat-file.wav', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
    ['pls.mp3', `[playlist]\nFile1=${address}\nNumberOfEntries=1\n`],
    [
      'xspf.mp3',
      `<?xml version="1.0"?><playlist version="1"><trackList><track><location>${address}</location></track></trackList></playlist>`,
    ],
    ['asx.mp3', `<asx version="3.0"><entry><ref href="${address}"/></entry></asx>`],
    ['smil.mp3', `<smil><body><audio src="${address}"/></body></smil>`],
    ['dash.m4a', `<?xml version="1.0"?><MPD><BaseURL>${address}</BaseURL><Period/></MPD>`],
    ['sdp.mp3', 'v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\nc=IN IP4 127.0.0.1\r\nm=audio 5004 RTP/AVP 0\r\n'],
    ['rtsp.mp3', `rtsp://127.0.0.1:${port}/stream`],
    ['address.mp3', address],
    ['file-address.mp3', 'file:///etc/passwd'],
    ['concat-address.mp3', `concat:/etc/passwd|${address}`],
    ['shortcut.mp3', `[InternetShortcut]\nURL=${address}\n`],
    ['reference.mp3', `[Reference]\nRef1=${address}\n`],
    ['cue.mp3', 'PERFORMER "a"\nFILE "/etc/passwd" WAVE\n  TRACK 01 AUDIO\n    INDEX 01 00:00:00\n'],
    ['cue-bare.wav', 'FILE "/etc/passwd" WAVE\n'],
    ['image-magick.mp3', `push graphic-context\nimage over 0,0 0,0 "${address}"\n`],
  ]
  const tag = Buffer.concat([Buffer.from('ID3\x04\x00\x00\x00\x00\x00\x0a', 'latin1'), Buffer.alloc(10)])
  const entry = m4a.indexOf('url ', m4a.indexOf('dref'))
  const pointing = (kind: string) => {
    const bytes = patched(m4a, entry + 4, 0, 0, 0, 0)
    bytes.write(kind, entry, 'latin1')
    return bytes
  }
  const atom = (type: string, body: Buffer) => Buffer.concat([Buffer.from(be32(body.length + 8)), Buffer.from(type), body])
  const target = Buffer.concat([Buffer.alloc(4), Buffer.from('url '), Buffer.from(be32(address.length)), Buffer.from(address)])
  const head = Buffer.concat([Buffer.from(be32(20)), Buffer.from('ftypqt  '), Buffer.alloc(8)])
  const movie = atom('moov', atom('rmra', atom('rmda', atom('rdrf', target))))
  return [
    ...texts.map(([name, text]) => file(name, text)),
    { name: 'hls-wide.mp3', bytes: Buffer.from(list, 'utf16le') },
    file('tag-then-hls.mp3', tag, list),
    file('hls-then-mp3.mp3', list, mp3),
    file('data-elsewhere-url.m4a', pointing('url ')),
    file('data-elsewhere-urn.m4a', pointing('urn ')),
    file('data-elsewhere-alias.mov', pointing('alis')),
    file('data-elsewhere-resource.mov', pointing('rsrc')),
    file('reference-movie.mov', head, movie),
    file('reference-movie-first.mov', movie, head),
    file('linked.mkv', patched(other.mkv, 40, 0x3e, 0xb9, 0x23, 0x90)),
  ]
}
