/**
 * Writes src/generated from the files that lie in locales/: a bundler and the type system need imports spelled out.
 * Run it (`npm run registry -w @residency/i18n`) after adding a namespace; scripts/check.ts fails when it was forgotten.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { locales } from '../src/locale.ts'
import { platformNamespaces, platformOnly } from './scopes.ts'

const root = join(import.meta.dirname, '..')
const head = '// Written by scripts/registry.ts from the files in locales/. Do not edit.\n'

export function listNamespaces(): string[] {
  return readdirSync(join(root, 'locales', 'en'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json'))
    .sort()
}

const block = (lines: string[], indent: string) => lines.map((line) => `${indent}${line}\n`).join('')

function typesFile(namespaces: string[]): string {
  const imports = block(
    namespaces.map((ns) => `import type ${ns} from '../../locales/en/${ns}.json'`),
    '',
  )
  const fields = block(
    namespaces.map((ns) => `${ns}: typeof ${ns}`),
    '  ',
  )
  const list = namespaces.map((ns) => `'${ns}'`).join(', ')
  return `${head}${imports}\nexport interface Resources {\n${fields}}\n\nexport type Namespace = keyof Resources\n\nexport const namespaces = [${list}] as const satisfies readonly Namespace[]\n`
}

function bundleFile(namespaces: string[]): string {
  const names = locales.flatMap((locale) => namespaces.map((ns) => ({ locale, ns, id: `${locale}_${ns}` })))
  const imports = block(
    names.map(({ locale, ns, id }) => `import ${id} from '../../locales/${locale}/${ns}.json' with { type: 'json' }`),
    '',
  )
  const fields = locales
    .map(
      (locale) =>
        `  ${locale}: {\n${block(
          namespaces.map((ns) => `${ns}: ${locale}_${ns},`),
          '    ',
        )}  },\n`,
    )
    .join('')
  return `${head}import type { Locale } from '../locale.ts'\nimport type { Messages } from '../plurals.ts'\nimport type { Namespace } from './types.ts'\n${imports}\n/** Every text, for the server. */\nexport const bundle: Record<Locale, Record<Namespace, Messages>> = {\n${fields}}\n`
}

function loadersFile(namespaces: string[], note: string): string {
  const fields = locales
    .map(
      (locale) =>
        `  ${locale}: {\n${block(
          namespaces.map((ns) => `${ns}: () => import('../../locales/${locale}/${ns}.json'),`),
          '    ',
        )}  },\n`,
    )
    .join('')
  return `${head}import type { Loaders } from '../browser/load.ts'\n\n/** ${note} */\nexport const loaders: Loaders = {\n${fields}}\n`
}

/** File name in src/generated → what it should hold. */
export function registryFiles(): Record<string, string> {
  const all = listNamespaces()
  const tenant = all.filter((ns) => !platformOnly.includes(ns))
  return {
    'types.ts': typesFile(all),
    'bundle.ts': bundleFile(all),
    'tenant-site.ts': loadersFile(tenant, 'One chunk a language and namespace, fetched when asked for.'),
    'platform.ts': loadersFile(
      platformNamespaces,
      "The platform's own site. Apart, so that none of it is ever built into a tenant's bundle.",
    ),
  }
}

export const registryPath = (file: string): string => join(root, 'src', 'generated', file)

/** Files that no longer match what lies in locales/. */
export function staleRegistryFiles(): string[] {
  return Object.entries(registryFiles())
    .filter(([file, text]) => {
      try {
        return readFileSync(registryPath(file), 'utf8') !== text
      } catch {
        return true
      }
    })
    .map(([file]) => file)
}

if (process.argv[1] === import.meta.filename) {
  for (const [file, text] of Object.entries(registryFiles())) writeFileSync(registryPath(file), text)
}
