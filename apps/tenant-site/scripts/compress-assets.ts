/** After the build: each text among the client's files gets its compressed twins, as small as they can be. The server sends them as they are. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const folder = new URL('../build/client/', import.meta.url).pathname

const names = (await readdir(folder, { recursive: true })).filter(
  (name) => /\.(?:m?js|css|json|svg|txt)$/.test(name) && !name.startsWith('.'),
)
await Promise.all(
  names.map(async (name) => {
    const file = join(folder, name)
    const bytes = await readFile(file)
    await writeFile(
      `${file}.br`,
      await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    )
    await writeFile(`${file}.gz`, await zip(bytes, { level: 9 }))
  }),
)
