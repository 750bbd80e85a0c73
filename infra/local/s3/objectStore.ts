import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeFileAtomically } from '../atomicFile.ts';
import { AwsError } from '../aws/awsError.ts';

const meta = z.object({
  key: z.string(),
  size: z.number(),
  etag: z.string(),
  contentType: z.string(),
  cacheControl: z.string().optional(),
  contentDisposition: z.string().optional(),
  contentEncoding: z.string().optional(),
  userMetadata: z.record(z.string(), z.string()),
  checksums: z.record(z.string(), z.string()),
  modified: z.string(),
  versionId: z.string().optional(),
  retention: z.object({ mode: z.string(), until: z.string() }).optional(),
  body: z.string(),
});

export type ObjectMeta = z.infer<typeof meta>;
export type NewObject = Omit<ObjectMeta, 'size' | 'etag' | 'modified' | 'versionId' | 'body'>;

/** Which pages of other origins may do what with a bucket. */
export interface CorsRule {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  /** Seconds for which a browser may remember the answer. */
  readonly maxAge?: number | undefined;
}

export interface BucketRules {
  readonly name: string;
  /** Versioned buckets answer with a version id; only the newest version is kept here. */
  readonly versioned: boolean;
  /** Retention that the bucket gives to every new object. */
  readonly defaultRetention: { readonly mode: string; readonly days: number } | undefined;
  readonly cors: readonly CorsRule[];
}

const fileName = (key: string) => createHash('sha256').update(key).digest('hex');
const DAY_MS = 86_400_000;

/**
 * The objects of one bucket as files of a folder: the body under a name of its own, the description beside it,
 * each written in one step. A description is written after its body, so a kill leaves the old object whole.
 */
export class Bucket {
  readonly rules: BucketRules;
  readonly #folder: string;
  readonly #now: () => number;
  readonly #objects = new Map<string, ObjectMeta>();

  constructor(folder: string, rules: BucketRules, now: () => number) {
    this.rules = rules;
    this.#folder = folder;
    this.#now = now;
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(folder)) {
      if (!file.endsWith('.json')) continue;
      const read = meta.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      this.#objects.set(read.key, read);
    }
    const bodies = new Set([...this.#objects.values()].map(({ body }) => body));
    for (const file of readdirSync(folder)) {
      if (!file.endsWith('.json') && !bodies.has(file)) rmSync(join(folder, file), { force: true });
    }
  }

  /** Description of an object, or undefined. */
  head(key: string): ObjectMeta | undefined {
    return this.#objects.get(key);
  }

  read(object: ObjectMeta): Buffer {
    return readFileSync(join(this.#folder, object.body));
  }

  /** Objects whose key begins so, in the order of their keys' UTF-8 bytes. */
  list(prefix: string): readonly ObjectMeta[] {
    return [...this.#objects.values()]
      .filter(({ key }) => key.startsWith(prefix))
      .sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
  }

  /** @throws AwsError AccessDenied while the object is locked (stricter than S3, which would keep both versions) */
  put(given: NewObject, body: Buffer): ObjectMeta {
    this.#refuseLocked(given.key);
    const { defaultRetention, versioned } = this.rules;
    const retention =
      given.retention ??
      (defaultRetention
        ? {
            mode: defaultRetention.mode,
            until: new Date(this.#now() + defaultRetention.days * DAY_MS).toISOString(),
          }
        : undefined);
    const old = this.#objects.get(given.key);
    const made: ObjectMeta = {
      ...given,
      size: body.length,
      etag: `"${createHash('md5').update(body).digest('hex')}"`,
      modified: new Date(this.#now()).toISOString(),
      body: `${fileName(given.key)}.${randomUUID()}`,
      ...(versioned ? { versionId: randomUUID().replaceAll('-', '') } : {}),
      ...(retention ? { retention } : {}),
    };
    writeFileAtomically(join(this.#folder, made.body), body);
    writeFileAtomically(join(this.#folder, `${fileName(given.key)}.json`), JSON.stringify(made));
    this.#objects.set(given.key, made);
    if (old) rmSync(join(this.#folder, old.body), { force: true });
    return made;
  }

  /** Deleting what is not there succeeds, as in S3. @throws AwsError AccessDenied while it is locked */
  delete(key: string): void {
    this.#refuseLocked(key);
    const old = this.#objects.get(key);
    if (!old) return;
    rmSync(join(this.#folder, `${fileName(key)}.json`), { force: true });
    rmSync(join(this.#folder, old.body), { force: true });
    this.#objects.delete(key);
  }

  #refuseLocked(key: string): void {
    const retention = this.#objects.get(key)?.retention;
    if (retention && Date.parse(retention.until) > this.#now()) {
      throw new AwsError('AccessDenied', `Access Denied because object protected by object lock.`, 403);
    }
  }
}
