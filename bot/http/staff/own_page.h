// Whether a page of ours sent a request, as the browser tells. Pure.
#pragma once

#include "bot/http/message.h"

namespace pomocnik::bot::http {

enum class Sender { kOwnPage, kForeign };

// kOwnPage: Origin, Sec-Fetch-Site or both say so, and neither says otherwise. Our origin is that of the Host header
// over HTTPS; over HTTP only on this machine.
Sender SenderOf(const Headers& headers);

}  // namespace pomocnik::bot::http
