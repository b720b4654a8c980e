import type { LinksFunction } from '@remix-run/node'
import styles from './account.css?url'

/** Layout of the account's pages; colours, type and the look of a field are the preset's. */
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]
