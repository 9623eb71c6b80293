/** What every part of the store stands on: connections, transactions, names, failures. */
@NullMarked
package org.entente.store;

import org.jspecify.annotations.NullMarked;
