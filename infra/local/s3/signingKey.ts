import { createHmac, timingSafeEqual } from 'node:crypto';

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** The key of one day, region and service. @param credential `<access key>/<day>/<region>/<service>/aws4_request` */
function signingKey(credential: string, secretKey: string): Buffer {
  const [, day = '', region = '', service = ''] = credential.split('/');
  return hmac(hmac(hmac(hmac(`AWS4${secretKey}`, day), region), service), 'aws4_request');
}

/** Whether `given` (hex) is the signature of `text` by Signature Version 4, compared in constant time. */
export function isSignatureOf(text: string, given: string, credential: string, secretKey: string): boolean {
  const expected = hmac(signingKey(credential, secretKey), text);
  const bytes = Buffer.from(given, 'hex');
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}
