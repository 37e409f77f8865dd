import './production.js';
import 'reflect-metadata';
import { ConfigError, DatabaseStartError, loadConfig, log } from '@stx/platform';
import { DataFolderError } from './start/data-folder.js';
import { startExchange } from './start/exchange.js';
import { printReady } from './start/ready.js';

/** A start that cannot succeed says why in one sentence and ends with 2; anything else is a defect and ends with 1. */
function explain(error: unknown): never {
  const { code, port } = error as { code?: string; port?: number };
  if (
    error instanceof ConfigError ||
    error instanceof DataFolderError ||
    error instanceof DatabaseStartError
  ) {
    process.stderr.write(`${error.message}\n`);
  } else if (code === 'EADDRINUSE') {
    process.stderr.write(
      `Port ${port} is taken. Stop the other program or set STX_PORT. / 端口 ${port} 已被占用，请停止占用程序或另设 STX_PORT。\n`,
    );
  } else {
    log.error('start failed', error);
    process.stderr.write(`The exchange did not start: ${(error as Error).message} / 交易所未能启动\n`);
    process.exit(1);
  }
  process.exit(2);
}

try {
  const config = loadConfig();
  const exchange = await startExchange(config);
  printReady(exchange);
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await exchange.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
} catch (error) {
  explain(error);
}
