import { RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/** Placeholders; infra/runbook.md says who fills them in, and with what. `key` is generated. */
export const appSecretTemplate = {
  oidcClientSecret: '',
  smtp: { host: '', port: 465, user: '', password: '' },
  credit: { keyId: '', key: '', bearer: '' },
};

export const signingSecretTemplate = { keyId: '', privateKey: '' };

/** The key of the vault and the two secrets. */
export class Secrets extends Construct {
  readonly vaultKey: Key;
  readonly app: Secret;
  readonly signing: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.vaultKey = new Key(this, 'VaultKey', {
      description: 'Encrypts task tokens and what only the vault may know',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.app = new Secret(this, 'App', {
      description:
        'Key of cookies, links and digests; OIDC client secret; SMTP account; key of the credit system',
      generateSecretString: {
        secretStringTemplate: JSON.stringify(appSecretTemplate),
        generateStringKey: 'key',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.signing = new Secret(this, 'Signing', {
      description: 'Ed25519 key that signs the public site and its checkpoints',
      generateSecretString: {
        secretStringTemplate: JSON.stringify(signingSecretTemplate),
        generateStringKey: 'placeholder',
        passwordLength: 32,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
