import { verifyFile } from './verifyFile.ts';

// `npm run verify -- FILE`: exit 0 一致, 1 不一致, 2 not a record.
process.exitCode = await verifyFile(process.argv[2], console.log);
