import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '@residency/domain/errors'
import { exportPlays, insightSchema } from '@residency/domain/plays'
import { openResource } from '@residency/edge/routes'
import { csvFile } from './csv-file.server.ts'

/** `GET /studio/insight/plays.csv?from&to&mixId`: everything that is counted, a line for each hour and kind. */
export const loader = (args: LoaderFunctionArgs) =>
  openResource(args, { access: 'insight.view' }, async ({ ctx, url }) => {
    const asked = insightSchema.safeParse(Object.fromEntries(url.searchParams))
    if (!asked.success) throw notFound()
    return csvFile('plays', await exportPlays(ctx, asked.data))
  })
