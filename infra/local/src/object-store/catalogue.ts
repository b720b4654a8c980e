import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { Blob } from './blobs.ts'

export interface ObjectRecord {
  key: string
  blobs: Blob[]
  size: number
  etag: string
  /** Content type and its sisters, kept as they came. */
  headers: Record<string, string>
  /** `x-amz-meta-*`, without that. */
  metadata: Record<string, string>
  /** A checksum the client gave and we verified: header → base64. */
  checksum: Record<string, string>
  modifiedAt: Date
}

export interface UploadRecord {
  id: string
  bucket: string
  key: string
  headers: Record<string, string>
  metadata: Record<string, string>
  createdAt: Date
  /** `SHA256`, …: the checksum that every part must carry; absent when the client named none. */
  algorithm?: string
}

export interface PartRecord {
  number: number
  blob: Blob
  etag: string
  /** Header → base64, as given and verified. */
  checksum?: Record<string, string>
  modifiedAt: Date
}

const schema = `
  pragma journal_mode = wal;
  pragma synchronous = normal;
  pragma foreign_keys = on;
  create table if not exists bucket (name text primary key, created_at integer not null) without rowid;
  create table if not exists object (
    bucket text not null references bucket, key text not null, record text not null, primary key (bucket, key)
  ) without rowid;
  create table if not exists upload (
    id text primary key, bucket text not null references bucket, key text not null, record text not null
  ) without rowid;
  create table if not exists part (
    upload text not null references upload on delete cascade, number integer not null, record text not null, primary key (upload, number)
  ) without rowid;
`

/** Sorts behind every key that starts with what stands before it. */
export const highest = '\u{10ffff}\u{10ffff}'

const revive = <T extends { modifiedAt?: Date; createdAt?: Date }>(record: unknown): T => {
  const value = JSON.parse(String(record)) as T
  if (value.modifiedAt) value.modifiedAt = new Date(value.modifiedAt)
  if (value.createdAt) value.createdAt = new Date(value.createdAt)
  return value
}

/** Which objects there are. SQLite compares text by its UTF-8 bytes, which is the order S3 lists keys in. */
export class Catalogue {
  private readonly database: DatabaseSync

  constructor(file: string) {
    this.database = new DatabaseSync(file)
    this.database.exec(schema)
  }

  close(): void {
    this.database.close()
  }

  createBucket(name: string): boolean {
    return this.run('insert or ignore into bucket values (?, ?)', name, Date.now()) > 0
  }

  deleteBucket(name: string): void {
    this.run('delete from bucket where name = ?', name)
  }

  hasBucket(name: string): boolean {
    return this.all('select 1 from bucket where name = ?', name).length > 0
  }

  listBuckets(): { name: string; createdAt: Date }[] {
    return this.all('select name, created_at from bucket order by name').map((row) => ({
      name: String(row.name),
      createdAt: new Date(Number(row.created_at)),
    }))
  }

  getObject(bucket: string, key: string): ObjectRecord | null {
    const [row] = this.all('select record from object where bucket = ? and key = ?', bucket, key)
    return row ? revive<ObjectRecord>(row.record) : null
  }

  putObject(bucket: string, record: ObjectRecord): void {
    this.run('insert or replace into object values (?, ?, ?)', bucket, record.key, JSON.stringify(record))
  }

  deleteObject(bucket: string, key: string): void {
    this.run('delete from object where bucket = ? and key = ?', bucket, key)
  }

  /** Objects whose key lies behind `after` and starts with `prefix`, in order. */
  listObjects(bucket: string, prefix: string, after: string, limit: number): ObjectRecord[] {
    const start = after >= prefix ? after : prefix
    const operator = after >= prefix && after !== '' ? '>' : '>='
    return this.all(
      `select record from object where bucket = ? and key ${operator} ? and key < ? order by key limit ?`,
      bucket,
      start,
      prefix + highest,
      limit,
    ).map((row) => revive<ObjectRecord>(row.record))
  }

  createUpload(upload: UploadRecord): void {
    this.run('insert into upload values (?, ?, ?, ?)', upload.id, upload.bucket, upload.key, JSON.stringify(upload))
  }

  getUpload(id: string, bucket: string, key: string): UploadRecord | null {
    const [row] = this.all('select record from upload where id = ? and bucket = ? and key = ?', id, bucket, key)
    return row ? revive<UploadRecord>(row.record) : null
  }

  listUploads(bucket: string, prefix: string): UploadRecord[] {
    return this.all(
      'select record from upload where bucket = ? and key >= ? and key < ? order by key, id',
      bucket,
      prefix,
      prefix + highest,
    ).map((row) => revive<UploadRecord>(row.record))
  }

  deleteUpload(id: string): void {
    this.run('delete from upload where id = ?', id)
  }

  putPart(upload: string, part: PartRecord): void {
    this.run('insert or replace into part values (?, ?, ?)', upload, part.number, JSON.stringify(part))
  }

  listParts(upload: string): PartRecord[] {
    return this.all('select record from part where upload = ? order by number', upload).map((row) => revive<PartRecord>(row.record))
  }

  /** Every blob that an object or a part still has. */
  blobIds(): Set<string> {
    const objects = this.all(`select json_extract(item.value, '$.id') as id from object, json_each(object.record, '$.blobs') as item`)
    const parts = this.all(`select json_extract(record, '$.blob.id') as id from part`)
    return new Set([...objects, ...parts].map((row) => String(row.id)))
  }

  /** Runs several changes as one. */
  together<T>(work: () => T): T {
    this.database.exec('begin immediate')
    try {
      const result = work()
      this.database.exec('commit')
      return result
    } catch (error) {
      this.database.exec('rollback')
      throw error
    }
  }

  private all(sql: string, ...values: SQLInputValue[]) {
    return this.database.prepare(sql).all(...values)
  }

  private run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.database.prepare(sql).run(...values).changes)
  }
}
