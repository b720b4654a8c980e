import { type RouteConfigEntry, route } from '@remix-run/route-config'

const pages: [path: string, file: string][] = [
  ['sign-up', 'sign-up.tsx'],
  ['check-mail/:what', 'check-mail.tsx'],
  ['verify', 'verify.tsx'],
  ['sign-in', 'sign-in.tsx'],
  ['sign-in/code', 'second-step.tsx'],
  ['sign-in/link', 'sign-in-link.tsx'],
  ['sign-in/magic', 'magic.tsx'],
  ['forgot-password', 'forgot-password.tsx'],
  ['reset-password', 'reset-password.tsx'],
  ['confirm-email', 'confirm-email.tsx'],
  ['undo-second-factor', 'undo-second-factor.tsx'],
  ['invitation', 'invitation.tsx'],
  ['sign-out', 'sign-out.ts'],
  ['goodbye', 'goodbye.tsx'],
  ['account', 'profile.tsx'],
  ['account/security', 'security.tsx'],
  ['account/two-factor', 'two-factor.tsx'],
  ['account/membership', 'membership.tsx'],
  ['account/listening', 'listening.tsx'],
  ['account/privacy', 'privacy.tsx'],
  ['account/data', 'download-data.ts'],
]

/** Sign-in, sign-up and a person's own pages, once a language. `id` begins each route's id. */
export const accountRoutes = (id: string): RouteConfigEntry[] =>
  pages.map(([path, file]) => route(path, `routes/account/${file}`, { id: `${id}.account.${file.replace(/\.tsx?$/, '')}` }))
