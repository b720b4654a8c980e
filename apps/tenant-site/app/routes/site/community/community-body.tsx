import { useTranslation } from '@residency/i18n/react'
import type { CommunityView } from '../../../shape/community.ts'
import { useSite } from '../use-site.ts'
import type { Answer } from './answer.ts'
import { CommentForm } from './comment-form.tsx'
import { CommentItem } from './comment-item.tsx'
import { Toggle } from './toggle.tsx'

interface Props {
  view: CommunityView
  answer?: Answer | undefined
  /** Below the page's own, or below a section's. */
  heading?: 'h2' | 'h3'
}

/** Likes, the way to follow, and comments by the moment they are about. `answer`: what a form came back with where there are no scripts. */
export function CommunityBody({ view, answer, heading: Heading = 'h3' }: Props) {
  const { t } = useTranslation('community')
  const { name, signInHref } = useSite()
  const isIn = view.speaking !== 'signIn'
  const pageHref = (page: number) => `${view.href}${view.href.includes('?') ? '&' : '?'}page=${page}`
  return (
    <>
      <div className="community-bar">
        {isIn ? (
          <>
            <Toggle
              view={view}
              intent="like"
              field="liked"
              on={view.liked}
              label={t('like')}
              labelOn={t('liked')}
              disabled={view.speaking === 'unheard'}
            />
            <Toggle
              view={view}
              intent="follow"
              field="following"
              on={view.following}
              label={t('follow', { name })}
              labelOn={t('following', { name })}
            />
          </>
        ) : (
          <a className="button button-plain" href={`${signInHref}?returnTo=${encodeURIComponent(view.mix.href)}`}>
            {t('signIn')}
          </a>
        )}
        <p className="community-count">{t('likes', { count: view.likes })}</p>
      </div>
      {view.speaking === 'open' ? <CommentForm view={view} answer={answer} /> : null}
      {view.speaking === 'closed' ? <p className="community-quiet">{t('closed')}</p> : null}
      {view.speaking === 'unheard' ? <p className="community-quiet">{t('unheard')}</p> : null}
      {view.total === 0 ? (
        <p className="community-quiet">
          {t('none')}. {view.speaking === 'open' ? t('noneText') : null}
        </p>
      ) : (
        <>
          <Heading className="community-total">{t('total', { count: view.total })}</Heading>
          <ol className="comments">
            {view.comments.map((comment) => (
              <CommentItem key={comment.id} view={view} comment={comment} />
            ))}
          </ol>
        </>
      )}
      {view.pageCount > 1 ? (
        <nav className="community-pages" aria-label={t('pages')}>
          {view.page > 1 ? (
            <a rel="prev" href={pageHref(view.page - 1)}>
              {t('before')}
            </a>
          ) : null}
          <span>{t('pageOf', { page: view.page, count: view.pageCount })}</span>
          {view.page < view.pageCount ? (
            <a rel="next" href={pageHref(view.page + 1)}>
              {t('after')}
            </a>
          ) : null}
        </nav>
      ) : null}
    </>
  )
}
