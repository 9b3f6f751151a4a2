// Loaded into a child by `--import`: its IPC channel closes when the parent is killed without a chance to stop it.
// The child's own workers inherit the option and must be left alone: their channel belongs to whoever forked them.
if (Number(process.env.ROUNDS_PARENT) === process.ppid) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}
