// What the benchmark runs: the same workflow as the plugin, over files in a folder, with real pauses.
export { watchVault } from '../../src/workflows/watch-vault';
export { defaultSettings } from '../../src/settings/settings';
export { cardModel } from '../../src/presentation/card-model';
export { selectReleases } from '../../src/presentation/panel-model';
export { READER_VERSION } from '../../src/markdown/read-note';
