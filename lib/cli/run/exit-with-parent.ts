/**
 * Preloaded into every process that the supervisor starts (`node --import`): when the supervisor is gone, even by
 * `kill -9`, the channel to it closes and the process ends itself in its ordinary way.
 */
if (process.channel) {
  process.channel.unref();
  process.once("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), 15_000).unref();
  });
}
