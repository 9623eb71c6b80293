@NullMarked
package org.entente.store.signal;

import org.jspecify.annotations.NullMarked;
