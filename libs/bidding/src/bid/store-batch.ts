/**
 * Writes one decided batch: $1 lot, $2 events, $3 replies, $4 bidders who have bid, $5 the board with public number,
 * head, time and the version it was decided on, $6 the rules' state, $7 the signed head of a finished lot.
 */
export const STORE_BATCH = `
  WITH events AS (
    INSERT INTO lot_event (lot_id, seq, at, event, n, type, data, prev, hash)
    SELECT $1, seq, at, event, n, type, data, prev, hash
      FROM jsonb_to_recordset($2::jsonb) AS e (seq int, at bigint, event jsonb, n int, type text, data jsonb, prev text,
           hash text)
  ), replies AS (
    INSERT INTO lot_reply (lot_id, participant, request_id, content_hash, reply)
    SELECT $1, participant, "requestId", "contentHash", reply
      FROM jsonb_to_recordset($3::jsonb) AS r (participant text, "requestId" text, "contentHash" text, reply jsonb)
  ), bidders AS (
    UPDATE bidder_registration SET has_bid = true WHERE id = ANY ($4::uuid[]) AND NOT has_bid
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
