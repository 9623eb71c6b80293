@NullMarked
package org.entente.store.records;

import org.jspecify.annotations.NullMarked;
