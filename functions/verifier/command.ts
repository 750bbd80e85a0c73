import { verifyFile } from './verifyFile.ts';

// `npm run verify -- FILE`: exit 0 一致, 1 不一致, 2 neither a draw record nor a dossier.
process.exitCode = await verifyFile(process.argv[2], console.log);
