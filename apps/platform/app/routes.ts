import { index, type RouteConfig, route } from '@remix-run/route-config'

/** The front page in each language (English at the root), and the operator's side, in the operator's own. */
export default [
  index('routes/front.tsx', { id: 'front' }),
  ...['es', 'pt', 'fr'].map((locale) => route(locale, 'routes/front.tsx', { id: `front.${locale}` })),
  route('console/sign-in', 'routes/sign-in.tsx'),
  route('console/second-factor', 'routes/second-factor.tsx'),
  route('console/sign-out', 'routes/sign-out.ts'),
  route('console', 'routes/tenants.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
