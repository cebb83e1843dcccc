export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Where the API is reached from outside; the issuer of its tokens. */
  readonly publicUrl: string;
  /** Where the links in mails lead. */
  readonly appUrl: string;
  readonly allowedOrigins: readonly string[];
  /** Addresses and CIDR ranges whose `X-Forwarded-For` counts. */
  readonly trustedProxies: readonly string[];
  readonly rateLimitScale: number;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly demo: boolean;
  readonly production: boolean;
  readonly logLevel: string;
}
