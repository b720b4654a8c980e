import { Form } from '@remix-run/react'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { FormNotice } from './form-notice.tsx'
import { Submit } from './submit.tsx'
import { useForm, useHref } from './use-account.ts'

interface Props {
  history: {
    entries: { id: string; title: string; href: string | null; durationMs: number; startedAt: string | Date; listenedMs: number }[]
    total: number
    page: number
    pageCount: number
    isOn: boolean
  }
  zone: string
}

/** What was heard, each with its way out, and the switch that keeps nothing from now on. */
export function HistoryList({ history, zone }: Props) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const href = useHref()
  const [forget, forgetAll, change] = [useForm('forget'), useForm('forgetAll'), useForm('switch')]
  const { entries, total, page, pageCount, isOn } = history
  const at = (to: number) => `${href('/account/listening')}${to > 1 ? `?page=${to}` : ''}`
  const done = forget.done
    ? t('listening.forgotten')
    : forgetAll.done
      ? t('listening.forgottenAll')
      : change.done
        ? t('listening.switched')
        : null
  return (
    <>
      <FormNotice problem={forget.problem ?? forgetAll.problem ?? change.problem} done={done} />
      <p>{t(isOn ? 'listening.isOn' : 'listening.isOff')}</p>
      <Form method="post">
        <input type="hidden" name="on" value={isOn ? 'false' : 'true'} />
        <Submit intent="switch" weight="plain">
          {t(isOn ? 'listening.switchOff' : 'listening.switchOn')}
        </Submit>
      </Form>
      {entries.length === 0 ? (
        <p>{t('listening.nothing')}</p>
      ) : (
        <ul className="account-list">
          {entries.map((entry) => (
            <li key={entry.id}>
              <div>
                <p className="account-list-what">{entry.href ? <a href={entry.href}>{entry.title}</a> : entry.title}</p>
                <p className="account-list-more">
                  {format.dateTime(entry.startedAt, { timeZone: zone, style: 'medium' })} ·{' '}
                  {t('listening.heard', { time: format.duration(entry.listenedMs) })}
                </p>
              </div>
              <Form method="post">
                <input type="hidden" name="id" value={entry.id} />
                <Submit intent="forget" weight="plain" label={t('listening.forgetWhat', { title: entry.title })}>
                  {t('listening.forget')}
                </Submit>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {pageCount > 1 ? (
        <nav aria-label={t('listening.pages')} className="account-actions">
          {page > 1 ? <a href={at(page - 1)}>{t('listening.newer')}</a> : null}
          <span>{t('listening.pageOf', { page, count: pageCount })}</span>
          {page < pageCount ? <a href={at(page + 1)}>{t('listening.older')}</a> : null}
        </nav>
      ) : null}
      {total > 0 ? (
        <details>
          <summary>{t('listening.forgetAll')}</summary>
          <Form method="post">
            <p>{t('listening.forgetAllSure', { count: total })}</p>
            <Submit intent="forgetAll" weight="danger">
              {t('listening.forgetAllNow')}
            </Submit>
          </Form>
        </details>
      ) : null}
    </>
  )
}
