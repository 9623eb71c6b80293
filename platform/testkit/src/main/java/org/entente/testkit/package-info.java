/** What tests share: fixtures, contracts and rules. Nothing here runs in production. */
@NullMarked
package org.entente.testkit;

import org.jspecify.annotations.NullMarked;
