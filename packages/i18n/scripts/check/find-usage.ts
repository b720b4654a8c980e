import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

export interface Usage {
  /** Every string literal of the sources: what might be a key. */
  literals: Set<string>
  /** Every template with a fixed beginning, as a pattern: `nav.${name}` → /^nav\..+$/. */
  patterns: RegExp[]
  /** Templates that begin with a variable, `${kind}.title`: each part of such a key must be a literal of the same file. */
  loose: { pattern: RegExp; literals: Set<string> }[]
  /** Keys asked for with all that is under them: t('audit.actions', { returnObjects: true }). */
  branches: Set<string>
  /** `keyPrefix` of useTranslation and getFixedT. */
  prefixes: Set<string>
  /** Keys of the namespace `errors` that an AppError names, with the place. */
  errorKeys: Map<string, string>
}

const skipped = new Set(['node_modules', 'generated', 'build', 'dist', 'locales', '.local', 'public'])

function* sourceFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) yield* sourceFiles(path)
    } else if (/\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name)) yield path
  }
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const templatePattern = (node: ts.TemplateExpression): RegExp =>
  new RegExp(`^${literally(node.head.text)}${node.templateSpans.map((span) => `(.+)${literally(span.literal.text)}`).join('')}$`)

/** With less of a beginning of its own, a template could be any key, and the check would find nothing unused. */
const leastHead = 2

const nameOf = (node: ts.Node | undefined): string => (node && (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) ? node.text : '')
const values = (node: ts.Node | undefined): ts.StringLiteralLike[] =>
  node && ts.isObjectLiteralExpression(node)
    ? node.properties.flatMap((each) =>
        ts.isPropertyAssignment(each) && ts.isStringLiteralLike(each.initializer) ? [each.initializer] : [],
      )
    : []

/** The literals that stand where @residency/domain/errors expects a key: conflict('…'), invalid({ field: '…' }), { messageKey: '…' }. */
function errorLiterals(node: ts.Node): (ts.Node | undefined)[] {
  if (ts.isPropertyAssignment(node) && nameOf(node.name) === 'messageKey') return [node.initializer]
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return []
  const [first, second] = node.arguments ?? []
  switch (nameOf(node.expression)) {
    case 'conflict':
      return [first]
    case 'tooMany':
      return [second]
    case 'invalid':
      return [...values(first), second]
    case 'AppError': {
      const fields =
        second && ts.isObjectLiteralExpression(second) ? second.properties.find((each) => nameOf(each.name) === 'fields') : undefined
      return fields && ts.isPropertyAssignment(fields) ? values(fields.initializer) : []
    }
    default:
      return []
  }
}

/** The key of a call that asks for everything under it. */
function branchOf(node: ts.Node): string | null {
  if (!ts.isCallExpression(node)) return null
  const [key, options] = node.arguments
  if (!key || !options || !ts.isStringLiteralLike(key) || !ts.isObjectLiteralExpression(options)) return null
  return options.properties.some((each) => nameOf(each.name) === 'returnObjects') ? key.text : null
}

export function findUsage(root: string, folders: readonly string[]): Usage {
  const usage: Usage = { literals: new Set(), patterns: [], loose: [], branches: new Set(), prefixes: new Set(), errorKeys: new Map() }
  const visit = (node: ts.Node, path: string, own: Set<string>): void => {
    if (ts.isStringLiteralLike(node)) {
      usage.literals.add(node.text)
      own.add(node.text)
    }
    if (ts.isTemplateExpression(node)) {
      const pattern = templatePattern(node)
      if (node.head.text.length >= leastHead) usage.patterns.push(pattern)
      else usage.loose.push({ pattern, literals: own })
    }
    const branch = branchOf(node)
    if (branch) usage.branches.add(branch)
    if (ts.isPropertyAssignment(node)) {
      const name = nameOf(node.name)
      if (name === 'keyPrefix' && ts.isStringLiteralLike(node.initializer)) usage.prefixes.add(node.initializer.text)
      // Tables such as errorCodes name their keys as properties.
      if (name) {
        usage.literals.add(name)
        own.add(name)
      }
    }
    for (const literal of errorLiterals(node)) {
      if (literal && ts.isStringLiteralLike(literal)) usage.errorKeys.set(literal.text, path.slice(root.length + 1))
    }
    ts.forEachChild(node, (child) => visit(child, path, own))
  }
  for (const folder of folders) {
    for (const path of sourceFiles(join(root, folder))) {
      const text = readFileSync(path, 'utf8')
      visit(
        ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS),
        path,
        new Set(),
      )
    }
  }
  return usage
}

/** Whether any source could mean this key. */
export function isUsed(usage: Usage, namespace: string, key: string): boolean {
  const names = [key, `${namespace}:${key}`]
  for (const prefix of usage.prefixes) if (key.startsWith(`${prefix}.`)) names.push(key.slice(prefix.length + 1))
  const above = key.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'))
  return (
    above.some((branch) => usage.branches.has(branch)) ||
    names.some((name) => usage.literals.has(name) || usage.patterns.some((pattern) => pattern.test(name))) ||
    names.some((name) =>
      usage.loose.some(({ pattern, literals }) =>
        pattern
          .exec(name)
          ?.slice(1)
          .every((part) => literals.has(part)),
      ),
    )
  )
}
