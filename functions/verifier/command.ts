import { verifyFile } from './verifyFile.ts';

// `npm run verify -- FILE…`: exit 0 一致, 1 不一致, 2 neither a draw record nor a dossier nor a proof of filing.
const [path, ...more] = process.argv.slice(2);
process.exitCode = await verifyFile(path, console.log, more);
