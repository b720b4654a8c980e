import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { embedSchema, requireEmbed } from '@residency/domain/embeds'
import { openLoader } from '@residency/edge/routes'
import { PlayerPlace, SitePicture, WaveformPlace } from '@residency/ui/site'
import { useEffect } from 'react'
import { hrefOf } from '../../../shape/links.ts'
import { mixCard } from '../../../shape/mix.ts'
import { metaOf, seo } from '../../../shape/seo.ts'
import { siteOf } from '../../../shape/site-request.ts'
import { useSite } from '../use-site.ts'
import styles from './embed.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

/** `/embed/<mixId>`: one mix, to be shown inside other sites. */
export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone', params: embedSchema }, async ({ scope, params }) => {
    const site = siteOf(scope)
    const mix = await requireEmbed(site.ctx, params)
    return {
      mix: mixCard(site, mix),
      tracks: mix.tracks,
      page: site.origin + hrefOf(site, `/mixes/${mix.slug}`),
      seo: seo(site, { title: mix.title, image: `/og/mixes/${mix.slug}.jpg`, index: false }),
    }
  })

export const meta = metaOf

/** Links lead out of the frame: the rest of the site does not show itself inside others. */
function useLinksOutside(): void {
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link && link.dataset.play === undefined) link.target = '_blank'
    }
    document.addEventListener('click', onClick, { capture: true })
    return () => document.removeEventListener('click', onClick, { capture: true })
  }, [])
}

export default function EmbedPage() {
  const { mix, tracks, page } = useLoaderData<typeof loader>()
  const site = useSite()
  useLinksOutside()
  return (
    <main className="embed" id="main">
      <div className="embed-top">
        {mix.artwork ? <SitePicture picture={{ ...mix.artwork, alt: '' }} sizes="96px" priority className="embed-cover" /> : null}
        <div>
          <h1>
            <a href={page} target="_blank" rel="noopener">
              {mix.title}
            </a>
          </h1>
          <p>
            <a href={new URL(page).origin} target="_blank" rel="noopener">
              {site.name}
            </a>
          </p>
          {mix.exclusive ? <p className="embed-for">{mix.exclusive}</p> : null}
        </div>
      </div>
      <WaveformPlace mix={mix} durationMs={mix.durationMs} tracks={tracks} />
      <PlayerPlace />
    </main>
  )
}
