import { AwsError } from '../aws/awsError.ts';
import type { ObjectMeta } from './objectStore.ts';
import type { S3Call } from './s3Call.ts';
import { escapeXml, writeXml } from './xml.ts';

/** ListObjectsV2: prefix, delimiter, pages. */
export function listObjects({ response, url, bucket }: S3Call): void {
  const query = url.searchParams;
  if (query.get('list-type') !== '2') {
    throw new AwsError(
      'NotImplemented',
      'Of the bucket operations only ListObjectsV2 can be run locally',
      501,
    );
  }
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const limit = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
  const encode = query.get('encoding-type') === 'url' ? encodeURIComponent : escapeXml;
  const groups = new Set<string>();
  const objects: ObjectMeta[] = [];
  let last = '';
  let truncated = false;
  for (const object of bucket.list(prefix)) {
    const cut = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
    const group = cut < 0 ? undefined : object.key.slice(0, cut + delimiter.length);
    const name = group ?? object.key;
    if (Buffer.compare(Buffer.from(name), Buffer.from(after)) <= 0 || (group && groups.has(group))) continue;
    if (objects.length + groups.size >= limit) {
      truncated = true;
      break;
    }
    if (group) groups.add(group);
    else objects.push(object);
    last = name;
  }
  writeXml(
    response,
    200,
    `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${escapeXml(bucket.rules.name)}</Name>` +
      `<Prefix>${encode(prefix)}</Prefix><KeyCount>${objects.length + groups.size}</KeyCount><MaxKeys>${limit}</MaxKeys>` +
      `<IsTruncated>${truncated}</IsTruncated>` +
      (truncated ? `<NextContinuationToken>${escapeXml(last)}</NextContinuationToken>` : '') +
      objects
        .map(
          ({ key, modified, etag, size }) =>
            `<Contents><Key>${encode(key)}</Key><LastModified>${modified}</LastModified><ETag>${escapeXml(etag)}</ETag>` +
            `<Size>${size}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
        )
        .join('') +
      [...groups]
        .map((group) => `<CommonPrefixes><Prefix>${encode(group)}</Prefix></CommonPrefixes>`)
        .join('') +
      '</ListBucketResult>',
  );
}

/** ListObjectVersions by prefix: of every object the one version that is kept here, in one page. */
export function listVersions({ response, url, bucket }: S3Call): void {
  const prefix = url.searchParams.get('prefix') ?? '';
  const encode = url.searchParams.get('encoding-type') === 'url' ? encodeURIComponent : escapeXml;
  const versions = bucket
    .list(prefix)
    .map(
      ({ key, versionId, modified, etag, size }) =>
        `<Version><Key>${encode(key)}</Key><VersionId>${escapeXml(versionId ?? 'null')}</VersionId>` +
        `<IsLatest>true</IsLatest><LastModified>${modified}</LastModified><ETag>${escapeXml(etag)}</ETag>` +
        `<Size>${size}</Size><StorageClass>STANDARD</StorageClass></Version>`,
    );
  writeXml(
    response,
    200,
    `<ListVersionsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${escapeXml(bucket.rules.name)}</Name>` +
      `<Prefix>${encode(prefix)}</Prefix><IsTruncated>false</IsTruncated>${versions.join('')}</ListVersionsResult>`,
  );
}
