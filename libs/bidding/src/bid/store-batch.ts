/**
 * Writes one decided batch: $1 lot, $2 events, $3 replies, $4 registrations that change, $5 the board with public number,
 * head, time and the version it was decided on, $6 the rules' state, $7 the signed head of a finished lot.
 */
export const STORE_BATCH = `
  WITH events AS (
    INSERT INTO lot_event (lot_id, seq, at, event, n, type, data, prev, hash)
    SELECT $1, seq, at, event, n, type, data, prev, hash
      FROM jsonb_to_recordset($2::jsonb) AS e (seq int, at bigint, event jsonb, n int, type text, data jsonb, prev text,
           hash text)
  ), replies AS (
    INSERT INTO lot_reply (lot_id, participant, request_id, content, reply, answer)
    SELECT $1, by, "requestId", content, reply, answer
      FROM jsonb_to_recordset($3::jsonb) AS r (by text, "requestId" text, content text, reply jsonb, answer jsonb)
  ), changed AS (
    SELECT id, bool_or("hasBid") AS has_bid, bool_or("isQualified") AS is_qualified, max(held) AS held
      FROM jsonb_to_recordset($4::jsonb) AS c (id uuid, "hasBid" boolean, "isQualified" boolean, held bigint) GROUP BY id
  ), registrations AS (
    UPDATE bidder_registration AS r
       SET has_bid = r.has_bid OR c.has_bid, deposit_held = coalesce(c.held, r.deposit_held),
           state = CASE WHEN c.is_qualified AND r.state = 'REQUESTED' THEN 'QUALIFIED' ELSE r.state END
      FROM changed c WHERE r.id = c.id AND (NOT r.has_bid OR c.held IS NOT NULL)
  )
  UPDATE lot SET
      state = b.state, current_price = b."currentPrice", leader_code = b."leaderCode", bid_count = b."bidCount",
      opens_at = coalesce(to_timestamp(b."opensAt" / 1000.0), opens_at),
      closes_at = coalesce(to_timestamp(b."closesAt" / 1000.0), closes_at),
      remaining_ms = b."remainingMs", outcome_reason = b."outcomeReason", final_price = b."finalPrice",
      winner_code = b."winnerCode", due_at = b."dueAt", public_n = b."publicN", head = b.head, last_at = b."lastAt",
      version = b.version + 1, seq = b.seq, engine_state = $6::json, signed_head = $7::jsonb
    FROM jsonb_to_record($5::jsonb) AS b (state text, "currentPrice" bigint, "leaderCode" text, "bidCount" int,
         "opensAt" bigint, "closesAt" bigint, "remainingMs" bigint, "outcomeReason" text, "finalPrice" bigint,
         "winnerCode" text, "dueAt" bigint, "publicN" int, head text, "lastAt" bigint, version int, seq int)
   WHERE lot.id = $1 AND lot.version = b.version
   RETURNING lot.id`;
