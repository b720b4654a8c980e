import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlQueryable } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'

const require = createRequire(import.meta.url)

/** The part of WebAssembly used here; Node's types leave it to the DOM library, which servers do without. */
interface WasmRuntime {
  instantiate(bytes: Uint8Array, imports: Record<string, object>): Promise<{ instance: { exports: Record<string, unknown> } }>
}
const wasmRuntime = Reflect.get(globalThis, 'WebAssembly') as WasmRuntime

/**
 * Prisma's schema engine as WebAssembly: the native one would have to be downloaded (docs/decisions).
 * The package's entry expects a bundler that imports `.wasm`; here it is instantiated by hand.
 */
async function loadEngine(): Promise<typeof SchemaEngine> {
  const folder = dirname(require.resolve('@prisma/schema-engine-wasm'))
  const bindings = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as {
    SchemaEngine: typeof SchemaEngine
    __wbg_set_wasm(exports: Record<string, unknown>): void
  }
  const wasm = await wasmRuntime.instantiate(await readFile(join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': bindings,
  })
  bindings.__wbg_set_wasm(wasm.instance.exports)
  ;(wasm.instance.exports.__wbindgen_start as () => void)()
  return bindings.SchemaEngine
}

let engine: Promise<typeof SchemaEngine> | undefined

/** Runs `work` with an engine connected as the owner of `url`'s database, and ends its connections. */
export async function withSchemaEngine<T>(
  url: string,
  datamodels: [string, string][],
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  engine ??= loadEngine()
  const Engine = await engine
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('error', () => undefined)
  const factory = new PrismaPg(pool)
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const connection = await connect()
    // The stock one splits at every `;`, which breaks functions and literals. One simple-protocol message is one transaction:
    // a migration that fails changes nothing.
    connection.executeScript = async (script: string) => {
      await pool.query(script)
    }
    readCharColumns(pool, connection)
    return connection
  }
  const instance = await Engine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory))
  try {
    return await work(instance)
  } finally {
    instance.free()
    await pool.end()
  }
}

/** Type numbers in Postgres: `"char"` (one byte, used in its catalogue) and `bpchar`. */
const charOid = 18
const bpcharOid = 1042

/**
 * The adapter refuses the catalogue's one-byte "char", which the engine reads as a character when it describes constraints.
 * The pool hands it over as bpchar, and the connection says of those columns that they are characters. The engine asks one thing at a time.
 */
function readCharColumns(pool: pg.Pool, connection: SqlQueryable): void {
  let charColumns: number[] = []
  const query = pool.query.bind(pool) as (config: unknown) => Promise<pg.QueryArrayResult>
  Object.assign(pool, {
    query: async (config: unknown): Promise<pg.QueryArrayResult> => {
      const result = await query(config)
      charColumns = []
      for (const [index, field] of (result.fields ?? []).entries()) {
        if (field.dataTypeID !== charOid) continue
        field.dataTypeID = bpcharOid
        charColumns.push(index)
      }
      return result
    },
  })
  const queryRaw = connection.queryRaw.bind(connection)
  connection.queryRaw = async (statement) => {
    const result = await queryRaw(statement)
    for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
}
