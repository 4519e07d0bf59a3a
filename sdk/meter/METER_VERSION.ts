/**
 * Names the meter by what every implementation of it must agree on: the sha-256 of the RFC 8785 text of
 * `{ amounts: AMOUNT_PRICES_V1, limits: LIMITS_V1, prices: PRICE_TABLE_V1, version: 1 }`.
 */
export const METER_VERSION = "datawell-meter-1:0x7c864ac419ac79d29c9cd70553c56fa5577ca04dcf969717de7bc2ff6c7c74dd";
