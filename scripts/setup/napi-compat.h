/*
 * Lets better-sqlite3 13 run on Node-API 9 (Node before 22.14, Electron before 36).
 *
 * It keeps references to strings, which Node-API allows only from version 10. Included before
 * everything else, this header routes references to values that older versions refuse through a
 * holder: a plain object, marked by a private type tag, with the value as its element 0.
 *
 * NAPI_EXPERIMENTAL would allow such references too, but it runs finalizers inside garbage
 * collection, where better-sqlite3's abort the process.
 */
#ifndef JUZHEN_NAPI_COMPAT_H
#define JUZHEN_NAPI_COMPAT_H

#include <node_api.h>

static const napi_type_tag juzhen_holder_tag = { 0x6a757a68656e0001ULL, 0x9b1f4c7d2e8a5360ULL };

static inline bool juzhen_can_be_referenced(napi_env env, napi_value value) {
  napi_valuetype type;
  if (napi_typeof(env, value, &type) != napi_ok) return true; /* let the real call report it */
  return type == napi_object || type == napi_function || type == napi_external || type == napi_symbol;
}

static inline napi_status juzhen_create_reference(napi_env env, napi_value value,
                                                  uint32_t count, napi_ref* result) {
  if (juzhen_can_be_referenced(env, value)) return napi_create_reference(env, value, count, result);

  napi_value holder;
  napi_status status = napi_create_object(env, &holder);
  if (status == napi_ok) status = napi_type_tag_object(env, holder, &juzhen_holder_tag);
  if (status == napi_ok) status = napi_set_element(env, holder, 0, value);
  if (status == napi_ok) status = napi_create_reference(env, holder, count, result);
  return status;
}

static inline napi_status juzhen_get_reference_value(napi_env env, napi_ref ref, napi_value* result) {
  napi_status status = napi_get_reference_value(env, ref, result);
  if (status != napi_ok || *result == nullptr) return status;

  napi_valuetype type;
  status = napi_typeof(env, *result, &type);
  if (status != napi_ok || type != napi_object) return status;

  bool is_holder = false;
  status = napi_check_object_type_tag(env, *result, &juzhen_holder_tag, &is_holder);
  if (status != napi_ok || !is_holder) return status;
  return napi_get_element(env, *result, 0, result);
}

#define napi_create_reference juzhen_create_reference
#define napi_get_reference_value juzhen_get_reference_value

#endif
