/** The run of a release: steps with their times, and the way back. */
export const GO_LIVE_TEMPLATE = `# Go-live: {{release}}

## Steps

- [ ] T-1h Freeze changes (10 min)
- [ ] T-30m Back up what the release touches (20 min)
- [ ] T-0 Switch it on (15 min, point of no return)
- [ ] T+15m Smoke test (15 min)
- [ ] T+30m Watch the triggers (30 min)
- [ ] T+1h Tell support, customers and the team (10 min)

## Rollback

- Owner:
- Duration: 20 min

### Triggers

- Error rate > 2 % for 10 min

### Steps

- [ ] Switch it off
- [ ] Restore the backup
- [ ] Tell support, customers and the team
`;
