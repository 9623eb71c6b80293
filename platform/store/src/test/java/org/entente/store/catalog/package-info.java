@NullMarked
package org.entente.store.catalog;

import org.jspecify.annotations.NullMarked;
