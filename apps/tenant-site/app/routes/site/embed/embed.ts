import type { LoaderFunctionArgs } from '@remix-run/node'
import { embedSchema, requireEmbed } from '@residency/domain/embeds'
import { AppError } from '@residency/domain/errors'
import { openResource } from '@residency/edge/routes'
import { embedPage, nothingToEmbed } from './embed.server.tsx'

const html = (text: string, status = 200): Response =>
  new Response(text, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })

/** `/embed/<mixId>`: one mix, to be shown inside other sites. A document of its own, without the site's scripts. */
export const loader = (args: LoaderFunctionArgs) =>
  openResource(args, { access: 'anyone' }, async ({ scope, ctx }) => {
    const { embedScript } = args.context as { embedScript?: string }
    const asked = embedSchema.safeParse(args.params)
    try {
      if (!asked.success) return html(nothingToEmbed(scope), 404)
      return html(embedPage(scope, await requireEmbed(ctx, asked.data), embedScript ?? null))
    } catch (error) {
      if (!(error instanceof AppError) || error.status !== 404) throw error
      return html(nothingToEmbed(scope), 404)
    }
  })
