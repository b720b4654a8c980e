import { useFetcher } from '@remix-run/react'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Button, formatDuration, isoDuration, PlayLink, SelectInput } from '@residency/ui/site'
import type { CommentShown, CommunityView } from '../../../shape/community.ts'
import type { Answer } from './answer.ts'

const reasons = ['spam', 'abuse', 'other'] as const

/** One comment with its moment, which plays from there, and what the reader may do with it. */
export function CommentItem({ view, comment }: { view: CommunityView; comment: CommentShown }) {
  const { t } = useTranslation('community')
  const format = useFormat()
  const clock = formatDuration(comment.atMs)
  const time = <time dateTime={isoDuration(comment.atMs)}>{clock}</time>
  return (
    <li className="comment" id={`comment-${comment.id}`} data-hidden={comment.isHidden ? '' : undefined}>
      <p className="comment-at">
        {view.mix.playable ? (
          <PlayLink mix={view.mix} atMs={comment.atMs} className="comment-play" label={t('playFrom', { time: clock })}>
            {time}
          </PlayLink>
        ) : (
          time
        )}
      </p>
      <div className="comment-what">
        <p className="comment-by">
          <b>{comment.author}</b> {comment.isCrew ? <span className="comment-crew">{t('crew')}</span> : null}{' '}
          <time dateTime={comment.createdAt}>{format.date(comment.createdAt, { style: 'medium', timeZone: view.timeZone })}</time>
        </p>
        <p className="comment-body">{comment.body}</p>
        {comment.isHidden ? <p className="comment-note">{t(comment.isHeld ? 'held' : comment.isMine ? 'hiddenMine' : 'hidden')}</p> : null}
        {comment.isReported ? <p className="comment-note">{t('reported')}</p> : null}
        {view.speaking === 'signIn' ? null : <Tools view={view} comment={comment} />}
      </div>
    </li>
  )
}

function Tools({ view, comment }: { view: CommunityView; comment: CommentShown }) {
  const { t } = useTranslation('community')
  const fetcher = useFetcher<Answer>()
  const busy = fetcher.state !== 'idle'
  const of = { name: comment.author, time: formatDuration(comment.atMs) }
  const mayReport = !comment.isMine && !comment.isReported && !view.mayModerate
  return (
    <div className="comment-tools">
      {fetcher.data?.problem ? (
        <p className="field-error" role="alert">
          {fetcher.data.problem.message}
        </p>
      ) : null}
      {comment.isMine ? (
        <details>
          <summary aria-label={t('deleteWhat', of)}>{t('delete')}</summary>
          <fetcher.Form method="post" action={view.href}>
            <input type="hidden" name="commentId" value={comment.id} />
            <p>{t('deleteSure')}</p>
            <Button weight="danger" name="intent" value="delete" busy={busy}>
              {t('deleteNow')}
            </Button>
          </fetcher.Form>
        </details>
      ) : null}
      {mayReport ? (
        <details>
          <summary aria-label={t('reportWhat', of)}>{t('report')}</summary>
          <fetcher.Form method="post" action={view.href}>
            <input type="hidden" name="commentId" value={comment.id} />
            <SelectInput name="reason" label={t('reason')}>
              {reasons.map((reason) => (
                <option key={reason} value={reason}>
                  {t(`reasons.${reason}`)}
                </option>
              ))}
            </SelectInput>
            <Button weight="plain" name="intent" value="report" busy={busy}>
              {t('reportNow')}
            </Button>
          </fetcher.Form>
        </details>
      ) : null}
      {view.mayModerate ? (
        <fetcher.Form method="post" action={view.href}>
          <input type="hidden" name="commentId" value={comment.id} />
          <Button
            weight="plain"
            name="intent"
            value={comment.isHidden ? 'show' : 'hide'}
            busy={busy}
            aria-label={t(comment.isHidden ? 'showWhat' : 'hideWhat', of)}
          >
            {t(comment.isHidden ? 'show' : 'hide')}
          </Button>
        </fetcher.Form>
      ) : null}
    </div>
  )
}
