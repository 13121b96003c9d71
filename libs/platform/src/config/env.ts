import { plainToInstance, Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength, validateSync } from 'class-validator';

const toInt = Transform(({ value }) => (value === undefined || value === '' ? undefined : Number(value)));
/** Another word stays a word and is refused: `yes` must not silently mean no. */
const toBoolean = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (WORDS.get(value) ?? value) : value));
const WORDS = new Map<string, boolean>([['true', true], ['1', true], ['false', false], ['0', false]]);

/**
 * Every setting of the platform, read once at the start from the environment.
 * A value that does not fit, or an unknown `HB_*` variable, stops the start with a sentence that says which and why.
 * `.env.example` documents each line; `process.env` is read nowhere else.
 */
export class Env {
  /** PostgreSQL 18 connection, e.g. `postgres://user:password@host:5432/huanbao`. */
  @IsString() @Matches(/^postgres(ql)?:\/\//)
  DATABASE_URL!: string;

  /** Queue: empty = BullMQ on the same PostgreSQL; `redis://host:6379` = BullMQ on Redis. */
  @IsOptional() @IsString() @Matches(/^(postgres(ql)?|rediss?):\/\//)
  QUEUE_URL?: string;

  /** Files: `disk:/path` or `s3://KEY:SECRET@host:9000/bucket?region=cn-north-1&tls=false`. */
  @IsString() @Matches(/^(disk:|s3:\/\/)/)
  STORAGE_URL = 'disk:.data/files';

  /** Mail: `file:/path` writes `.eml` files; `smtp://user:password@host:587` sends. */
  @IsString() @Matches(/^(file:|smtps?:\/\/)/)
  MAIL_URL = 'file:.data/mail';

  /** Virus scanner `tcp://host:3310` (clamd). Empty: files are shown as 未扫描. */
  @IsOptional() @IsString() @Matches(/^tcp:\/\/[^:]+:\d+$/)
  CLAMAV_URL?: string;

  @toInt @IsInt() @Min(1) @Max(65535)
  HB_PORT = 3000;

  @IsString()
  HB_HOST = '127.0.0.1';

  /** The address people see; goes into mails and QR codes. */
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  HB_PUBLIC_URL = 'http://127.0.0.1:3000';

  @IsIn(['development', 'test', 'production'])
  HB_MODE: 'development' | 'test' | 'production' = 'development';

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  HB_LOG_LEVEL = 'info';

  /** Number of reverse proxies in front whose `X-Forwarded-For` is believed. 0 = none. */
  @toInt @IsInt() @Min(0) @Max(5)
  HB_TRUSTED_PROXIES = 0;

  /** Header in which a TLS proxy says which client certificate the connection had: SHA-256, hex or base64url. */
  @IsString() @Matches(/^[A-Za-z0-9-]{3,60}$/)
  HB_CLIENT_CERT_HEADER = 'x-client-cert-sha256';

  /** Addresses of the proxies that are believed about client certificates, comma between. Empty: nobody is. */
  @IsOptional() @IsString() @Matches(/^[0-9A-Fa-f.:]+(,[0-9A-Fa-f.:]+)*$/)
  HB_CLIENT_CERT_PROXIES?: string;

  /** Networks that alerts to banks may go to although they are private, e.g. of a leased line: `10.20.0.0/16,10.30.5.7/32`. Empty: none. */
  @IsOptional() @IsString() @Matches(/^[0-9A-Fa-f.:]+\/\d{1,3}(,[0-9A-Fa-f.:]+\/\d{1,3})*$/)
  HB_WEBHOOK_PRIVATE_NETWORKS?: string;

  /** Further certificate authorities (PEM file) that alerts to banks trust, e.g. of a bank's own network. */
  @IsOptional() @IsString()
  HB_WEBHOOK_CA_FILE?: string;

  /** Signs access tokens and anti-forgery tokens; at least 32 characters. */
  @IsString() @MinLength(32)
  HB_TOKEN_SECRET!: string;

  /** Field encryption keys, newest first: `k2:<32 hex>,k1:<32 hex>` (SM4, 128 bit). Old ones stay to read old rows. */
  @IsString() @Matches(/^[a-z0-9]+:[0-9a-f]{32}(,[a-z0-9]+:[0-9a-f]{32})*$/)
  HB_FIELD_KEYS!: string;

  /** SM2 private key (64 hex) that signs certificates and receipts. */
  @IsString() @Matches(/^[0-9a-f]{64}$/)
  HB_SIGNING_KEY!: string;

  /** Public keys (130 hex each, comma between) of earlier signing keys: what they signed still holds. A key that leaked is not listed. */
  @IsOptional() @IsString() @Matches(/^04[0-9a-f]{128}(,04[0-9a-f]{128})*$/)
  HB_FORMER_SIGNING_KEYS?: string;

  /** X25519/P-256 private key, PKCS#8 DER in base64: the platform's share in the sealing of bids. */
  @IsString() @MinLength(40)
  HB_SEAL_KEY!: string;

  /** City configuration file (JSON): names, region codes, issuing authorities, numbering. */
  @IsString()
  HB_CITY_FILE = 'config/city.json';

  /** Serve the built web from this folder (single-box set-up). Empty: a web server in front does it. */
  @IsOptional() @IsString()
  HB_WEB_ROOT?: string;

  /** Whoever brings this as a bearer token may read `/metrics` from afar. Empty: only the own machine, without a proxy in between. */
  @IsOptional() @IsString() @MinLength(24)
  HB_METRICS_TOKEN?: string;

  /** The worker answers `/health/live`, `/health/ready` and `/metrics` here. Empty: it opens no port. */
  @IsOptional() @toInt @IsInt() @Min(1) @Max(65535)
  HB_WORKER_PORT?: number;

  /** Cookies only over HTTPS. Must be true in production. */
  @toBoolean @IsBoolean()
  HB_SECURE_COOKIES = false;

  /** Largest upload, MiB. */
  @toInt @IsInt() @Min(1) @Max(1024)
  HB_UPLOAD_LIMIT_MB = 50;

  /** Seconds a worker may be silent before another takes its job over. */
  @toInt @IsInt() @Min(1) @Max(3600)
  HB_JOB_LEASE_SECONDS = 30;

  @toInt @IsInt() @Min(1) @Max(64)
  HB_JOB_CONCURRENCY = 4;

  @toInt @IsInt() @Min(1) @Max(100)
  HB_DB_POOL = 10;

  /** Multiplies all rate limits; tests raise it. */
  @toInt @IsInt() @Min(1) @Max(100000)
  HB_RATE_FACTOR = 1;

  /** The demonstration city is loaded into an empty database. Never in production. */
  @toBoolean @IsBoolean()
  HB_DEMO = false;
}

export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Configuration is not usable:\n${problems.map(p => `  - ${p}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads and checks the environment.
 * @throws ConfigError listing every wrong or unknown variable at once.
 */
export function loadEnv(source: Record<string, string | undefined>): Env {
  const known = new Set(Object.keys(new Env()).concat(REQUIRED));
  const given = Object.fromEntries(Object.entries(source).filter(([k, v]) => known.has(k) && v !== undefined && v !== ''));
  const unknown = Object.keys(source).filter(k => k.startsWith('HB_') && !known.has(k));
  const env = plainToInstance(Env, given, { exposeDefaultValues: true });
  const problems = [
    ...unknown.map(k => `${k} is not a setting of this platform; see .env.example`),
    ...validateSync(env).flatMap(e => Object.values(e.constraints ?? {}).map(text => `${text} (got ${e.value === undefined ? 'nothing' : 'a value that does not fit'})`)),
  ];
  problems.push(...flawsOfKeys(env));
  if (env.HB_MODE === 'production') {
    if (!env.HB_SECURE_COOKIES) problems.push('HB_SECURE_COOKIES must be true in production');
    if (env.HB_DEMO) problems.push('HB_DEMO must be false in production');
    if (env.HB_RATE_FACTOR !== 1) problems.push('HB_RATE_FACTOR must be 1 in production');
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return env;
}

/** Keys of the right form that cannot work. */
function flawsOfKeys(env: Env): string[] {
  const ids = (env.HB_FIELD_KEYS ?? '').split(',').map(pair => pair.split(':')[0]);
  const signing = /^[0-9a-f]{64}$/.test(env.HB_SIGNING_KEY ?? '') ? BigInt(`0x${env.HB_SIGNING_KEY}`) : 1n;
  return [
    ...(new Set(ids).size < ids.length ? ['HB_FIELD_KEYS names two keys alike: rows of the one could not be read with the other'] : []),
    ...(signing < 1n || signing > SM2_ORDER - 2n ? ['HB_SIGNING_KEY is no private key of SM2: it must lie between 1 and n-2'] : []),
  ];
}

/** n of the curve sm2p256v1, GB/T 32918.5. */
const SM2_ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

const REQUIRED = ['DATABASE_URL', 'QUEUE_URL', 'CLAMAV_URL', 'HB_TOKEN_SECRET', 'HB_FIELD_KEYS', 'HB_SIGNING_KEY', 'HB_FORMER_SIGNING_KEYS', 'HB_SEAL_KEY', 'HB_WEB_ROOT', 'HB_METRICS_TOKEN', 'HB_WORKER_PORT', 'HB_CLIENT_CERT_PROXIES', 'HB_WEBHOOK_PRIVATE_NETWORKS', 'HB_WEBHOOK_CA_FILE'];
