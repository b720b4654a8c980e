// The house, as a check: arrows run one way (docs: ARCHITECTURE.md, docs/decisions). A finding is an error or the rule is gone.

/** What each part may import of ours, beside itself, `config` and `brand`. `tests` may import everything. */
const arrows = {
  'apps/tenant-site': ['packages/edge', 'packages/ui', 'packages/emails', 'packages/i18n', 'packages/domain'],
  'apps/platform': ['packages/edge', 'packages/ui', 'packages/emails', 'packages/i18n', 'packages/domain'],
  'packages/config': [],
  'packages/brand': [],
  'packages/i18n': [],
  'packages/ui': ['packages/i18n'],
  'packages/emails': ['packages/i18n'],
  'packages/db': [],
  'packages/integrations': [],
  'packages/domain': ['packages/db', 'packages/integrations'],
  'packages/edge': ['packages/domain', 'packages/db', 'packages/integrations', 'packages/i18n'],
  'packages/jobs': ['packages/domain', 'packages/emails', 'packages/i18n', 'packages/db', 'packages/integrations'],
  'infra/docker': ['packages/db'],
  'infra/local': ['packages/db', 'infra/seed'],
  'infra/seed': ['packages/db', 'packages/domain', 'packages/integrations'],
  'infra/backup': ['packages/db', 'packages/integrations'],
}

/** Vendors' libraries, each with the only places that know it: replacing one must stay a change in one place. */
const vendors = {
  stripe: ['packages/integrations'],
  resend: ['packages/integrations'],
  nodemailer: ['packages/integrations'],
  '@aws-sdk': ['packages/integrations'],
  ioredis: ['packages/integrations', 'packages/jobs'],
  bullmq: ['packages/jobs'],
  sharp: ['packages/integrations', 'infra/seed'],
  '@resvg': ['packages/integrations', 'infra/seed'],
  lucia: ['packages/domain/src/sessions'],
  '@node-rs/argon2': ['packages/domain'],
  '@prisma': ['packages/db'],
  pg: ['packages/db', 'infra/local', 'infra/backup'],
  '@react-email': ['packages/emails'],
}

const tests = '\\.test\\.(ts|tsx|mjs)$|^tests/|/testing/'
const ours = '^(apps|packages|infra|tests)/'
const inside = (part) => `^${part}/`

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one thing, or one of them holds something that belongs in a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...Object.entries(arrows).map(([part, may]) => ({
      name: `arrows-of-${part.replace('/', '-')}`,
      comment: `${part} may import ${['packages/config', 'packages/brand', ...may].join(', ')} alone.`,
      severity: 'error',
      from: { path: inside(part), pathNot: tests },
      to: { path: ours, pathNot: [part, 'packages/config', ...(part === 'packages/config' ? [] : ['packages/brand']), ...may].map(inside) },
    })),
    {
      name: 'slices-through-their-index',
      comment: 'A slice of the domain reaches another through its index.ts: what is not exported there is nobody else’s business.',
      severity: 'error',
      from: { path: '^packages/domain/src/([^/]+)/', pathNot: tests },
      to: { path: '^packages/domain/src/[^/]+/', pathNot: ['^packages/domain/src/$1/', '^packages/domain/src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'domain-knows-no-transport',
      comment: 'The business knows neither HTTP nor React nor queues: edge, apps and jobs bring it to them.',
      severity: 'error',
      from: { path: '^packages/domain/', pathNot: tests },
      to: { path: ['^node:https?$', '^https?$', 'node_modules/(express|react|react-dom|@remix-run|bullmq|socket\\.io)/'] },
    },
    ...Object.entries(vendors).map(([vendor, homes]) => ({
      name: `vendor-${vendor.replace(/\W+/g, '-').replace(/^-/, '')}`,
      comment: `${vendor} is imported in ${homes.join(', ')} alone: everybody else uses the port there.`,
      severity: 'error',
      from: { path: ours, pathNot: [tests, ...homes.map(inside)] },
      to: { path: `^node_modules/${vendor}/` },
    })),
    {
      name: 'not-to-tests',
      comment: 'What ships does not import what tests it.',
      severity: 'error',
      from: { path: ours, pathNot: tests },
      to: { path: '\\.test\\.(ts|tsx|mjs)$|^tests/' },
    },
    {
      name: 'resolves',
      comment: 'An import that leads nowhere fails only when it is reached: it is better to know now.',
      severity: 'error',
      from: {},
      // A module of CloudFront's own runtime (infra/cdn); an address that Vite makes of a package's file.
      to: { couldNotResolve: true, pathNot: '^cloudfront$|\\?url$' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'generated'] },
    exclude: { path: ['/build/', '\\.d\\.ts$', '^virtual:'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
