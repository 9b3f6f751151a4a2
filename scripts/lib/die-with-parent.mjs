// Loaded into a child by `--import`: its IPC channel closes when the parent is killed without a chance to stop it.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
