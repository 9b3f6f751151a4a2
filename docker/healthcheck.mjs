// Ends with 0 when the product and its database answer.
const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/api/health/ready`).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
