// An issue of a newsletter, as a saved page or mail -> articles. Pure; any bytes are taken.
#pragma once

#include "kb/imported.h"

namespace pomocnik::kb::newsletter {

// One article an item, with the issue's number and date. Items begin at headings of the level that divides the issue; without
// any at rules (<hr>, a line of hyphens in plain text) or at paragraphs that are nothing but strong. An issue that nothing
// divides is one item. What stands before the first item (greeting, contents), sections without items of their own (they become
// the breadcrumb) and what stands at the foot (how to unsubscribe) is no item. A first line that only names a module or a topic
// is the breadcrumb, too. An item's address is the issue's with '#' and the heading's id, else a slug of its title. Its kind is
// newsletter, or legislation (kb/dates); until when it holds is stated where the text says so. A mail's HTML goes before its
// plain text. What is neither a mail nor HTML, or has no item, is refused with an error.
Imported ReadIssue(const SourceDocument& document, const SourceDefaults& defaults);

}  // namespace pomocnik::kb::newsletter
