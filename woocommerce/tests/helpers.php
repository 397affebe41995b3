<?php
/**
 * What the tests say and do again and again.
 *
 * @package Afterword
 */

function same( $expected, $actual ) {
	if ( $expected !== $actual ) {
		throw new Exception( 'expected ' . var_export( $expected, true ) . "\nbut it is " . var_export( $actual, true ) );
	}
}

function contains( $part, $whole, $times = 1 ) {
	if ( substr_count( $whole, $part ) !== $times ) {
		throw new Exception( "expected $times times $part\nin " . substr( $whole, (int) strpos( $whole, '<body' ), 3000 ) );
	}
}

/** How Afterword answers from now on. */
function afterword_is( $mode ) {
	file_put_contents( getenv( 'AFTERWORD_TESTS' ) . '/mode', $mode );
}

/** What Afterword was asked since the last call. */
function asked() {
	$file  = getenv( 'AFTERWORD_TESTS' ) . '/asked';
	$asked = is_file( $file ) ? file( $file, FILE_IGNORE_NEW_LINES ) : array();
	file_put_contents( $file, '' );
	return $asked;
}

function address() {
	return 'http://127.0.0.1:' . getenv( 'AFTERWORD_PORT' );
}

/** A page as a visitor gets it. Another process makes it, so this one forgets what it knew. */
function page( $path ) {
	$page = wp_remote_retrieve_body( wp_remote_get( home_url( $path ), array( 'timeout' => 10 ) ) );
	wp_cache_flush();
	return $page;
}

/** How many of a page's are. */
function queries_of( $page ) {
	return preg_match( '/<!-- queries: (\d+) -->/', $page, $found ) ? (int) $found[1] : null;
}

function renew() {
	wp_cache_flush();
	return Afterword_Answers::renew();
}

/** Lets so many seconds pass for the lists that are to be read again. */
function age_wanted( $seconds ) {
	$wanted = get_option( 'afterword_wanted' );
	if ( $wanted ) {
		update_option( 'afterword_wanted', array_map( fn( $until ) => $until - $seconds, $wanted ), false );
	}
}

/** What is stored of Afterword's answer about the ratings, or about the reviews of a product. */
function stored( $number = null ) {
	global $wpdb;
	return null === $number ? get_option( 'afterword_ratings' ) : maybe_unserialize( $wpdb->get_var( "SELECT answer FROM {$wpdb->prefix}afterword_reviews WHERE number = $number" ) );
}

function store( $number, $stored ) {
	global $wpdb;
	null === $number ? update_option( 'afterword_ratings', $stored, false ) : $wpdb->replace( "{$wpdb->prefix}afterword_reviews", array( 'number' => $number, 'answer' => serialize( $stored ) ) );
}

function forget( $numbers ) {
	global $wpdb;
	$wpdb->query( "DELETE FROM {$wpdb->prefix}afterword_reviews WHERE number IN ($numbers)" );
}

/** Makes all stored answers so many seconds older. */
function age( $seconds ) {
	global $wpdb;
	foreach ( array_merge( array( null ), $wpdb->get_col( "SELECT number FROM {$wpdb->prefix}afterword_reviews" ) ) as $number ) {
		$stored        = stored( $number );
		$stored['at'] -= $seconds;
		store( $number, $stored );
	}
	age_wanted( $seconds );
	Closure::bind( fn() => Afterword_Answers::$read = array(), null, 'Afterword_Answers' )();
}

/** What customers wrote in WooCommerce about a product: so many stars each. */
function written( $product, array $stars ) {
	foreach ( $stars as $place => $rating ) {
		$id = wp_insert_comment( array( 'comment_post_ID' => $product, 'comment_content' => "Own $place", 'comment_approved' => '1', 'comment_type' => 'review', 'comment_author' => 'Ann', 'comment_author_email' => 'ann@example.com' ) );
		add_comment_meta( $id, 'rating', $rating );
	}
	WC_Comments::clear_transients( $product );
}

/** What WooCommerce orders a product by: the average and the number of its reviews. */
function order_of( $product ) {
	global $wpdb;
	return array_map( 'floatval', $wpdb->get_row( "SELECT average_rating, rating_count FROM {$wpdb->prefix}wc_product_meta_lookup WHERE product_id = $product", ARRAY_N ) ?? array() );
}

/** The posts of which caches heard while this ran. */
function purged( $do ) {
	$purged = array();
	$note   = function ( $post ) use ( &$purged ) {
		$purged[] = $post;
	};
	add_action( 'afterword_changed', $note );
	$do();
	remove_action( 'afterword_changed', $note );
	sort( $purged );
	return $purged;
}

/** Ten minutes after the move. */
function settle() {
	update_option( 'afterword_move', array( 'moved' => time() - 600 ) + get_option( 'afterword_move' ) );
}

/** Presses one of the buttons about earlier reviews, and says what the page then says. */
function press( $button ) {
	$owner = get_user_by( 'login', 'owner' );
	wp_set_current_user( $owner->ID );
	same( admin_url( 'admin.php?page=afterword&done=reviews' ), submit( 'afterword_old_reviews', $owner->ID, array( '_wpnonce' => wp_create_nonce( 'afterword_old_reviews' ), 'do' => $button ) ) );
	return settings_page();
}

function rows() {
	global $wpdb;
	wp_cache_flush();
	$cron = false === strpos( serialize( get_option( 'cron' ) ), 'afterword' ) ? array() : array( 'cron' );
	return array_merge( $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%afterword%' ORDER BY BINARY option_name" ), $cron, $wpdb->get_col( "SHOW TABLES LIKE '%afterword%'" ) );
}

function output_of( $print ) {
	ob_start();
	$print();
	return ob_get_clean();
}

/** What came by Afterword's API since the last call. */
function calls() {
	$file  = getenv( 'AFTERWORD_TESTS' ) . '/calls';
	$calls = is_file( $file ) ? array_map( 'json_decode', file( $file ), array_fill( 0, count( file( $file ) ), true ) ) : array();
	file_put_contents( $file, '' );
	return $calls;
}

/** The rows of the outbox that wait, as `order 12`. */
function waiting() {
	global $wpdb;
	return $wpdb->get_col( "SELECT CONCAT(kind, ' ', id) FROM {$wpdb->prefix}afterword_outbox WHERE due > 0 ORDER BY kind, id" );
}

/** The request ends, and the next begins in this process. */
function request() {
	Closure::bind( function () {
		self::write_again();
		self::$is_direct = false;
		self::$written   = array();
	}, null, 'Afterword_Outbox' )();
}

/** How many queries of this are the plug-in's, or WordPress' for it. */
function queries( $do ) {
	global $wpdb;
	request();
	$wpdb->queries = array();
	$do();
	return count( preg_grep( '/Afterword_/', array_column( $wpdb->queries, 2 ) ) );
}

/** Lets so many seconds pass for all that waits, of another request. */
function later( $seconds ) {
	global $wpdb;
	request();
	$wpdb->query( "UPDATE {$wpdb->prefix}afterword_outbox SET due = IF(due > $seconds, due - $seconds, due), since = IF(since > $seconds, since - $seconds, since), confirmed = IF(confirmed > $seconds, confirmed - $seconds, confirmed)" );
	$status = get_option( 'afterword_sending' );
	foreach ( array( 'until', 'checked', 'answered', 'ran', 'cron' ) as $name ) {
		$status[ $name ] = max( 0, ( $status[ $name ] ?? 0 ) - $seconds );
	}
	update_option( 'afterword_sending', $status, false );
}

/** The clock runs after a minute, again and again until nothing is due; returns the rows that came, by id. */
function sent() {
	$rows = array();
	later( MINUTE_IN_SECONDS );
	do_action( 'afterword_send' );
	request();
	foreach ( calls() as $call ) {
		foreach ( array( 'orders', 'products' ) as $kind ) {
			foreach ( $call['body'][ $kind ] ?? array() as $row ) {
				$rows[ $row['system_id'] ?? $row['id'] ] = $row;
			}
		}
	}
	return $rows;
}

/** A product of the shop. */
function product( $fields, $class = 'WC_Product_Simple' ) {
	$product = new $class();
	foreach ( $fields as $name => $value ) {
		$product->{"set_$name"}( $value );
	}
	$product->save();
	return $product;
}

/** An order of the shop, and the ids of its lines. */
function order( $products, $fields = array(), $status = 'processing' ) {
	$order = wc_create_order();
	foreach ( $products as $product ) {
		$order->add_product( $product, 1 );
	}
	foreach ( $fields + array( 'billing_email' => 'jane@example.com', 'billing_first_name' => 'Jane', 'billing_last_name' => 'Doe', 'billing_country' => 'DE', 'currency' => 'EUR', 'payment_method' => 'stripe' ) as $name => $value ) {
		$order->{"set_$name"}( $value );
	}
	$order->calculate_totals();
	$order->set_status( $status );
	$order->save();
	return $order;
}

/** What is sent of an order after its status became this. */
function becomes( $order, $status ) {
	$order = wc_get_order( $order->get_id() );
	$order->set_status( $status );
	$order->save();
	return sent()[ $order->get_id() ] ?? null;
}

/** These fields of what was sent. */
function only( $fields, $row ) {
	$only = array();
	foreach ( explode( ' ', $fields ) as $field ) {
		$only[] = $row[ $field ] ?? null;
	}
	return $only;
}

/** Begins to connect, and comes back as Afterword's console leads. */
function connect( $back = array(), $base = null ) {
	$owner = get_user_by( 'login', 'owner' );
	$owner->add_cap( 'manage_woocommerce' );
	wp_set_current_user( $owner->ID );
	$to = submit( 'afterword_connect', $owner->ID, array( '_wpnonce' => wp_create_nonce( 'afterword_connect' ), 'base' => $base ?? address() . '/' ) );
	parse_str( (string) wp_parse_url( $to, PHP_URL_QUERY ), $asked );
	file_put_contents( getenv( 'AFTERWORD_TESTS' ) . '/owner', json_encode( array( 'challenge' => $asked['challenge'] ) + (array) json_decode( (string) @file_get_contents( getenv( 'AFTERWORD_TESTS' ) . '/owner' ), true ) ) );
	$_GET = $back + array( 'state' => $asked['state'], 'code' => 'code-1' );
	$done = submit( 'afterword_connected', $owner->ID, array() );
	$_GET = array();
	return array( $to, $asked, substr( $done, strpos( $done, 'done=' ) + 5 ) );
}

/** The settings page as the owner sees it. */
function settings_page() {
	wp_set_current_user( get_user_by( 'login', 'owner' )->ID );
	$page = output_of( array( 'Afterword_Settings', 'show' ) );
	wp_set_current_user( 0 );
	return $page;
}

/** What the box of an order's screen gets from WordPress, or which error. */
function box_says( $user, $order, $pressed = '', $nonce = null ) {
	wp_set_current_user( $user );
	$_POST    = array( '_wpnonce' => $nonce ?? wp_create_nonce( 'afterword_order' ), 'order' => (string) $order, 'do' => $pressed );
	$_REQUEST = $_POST;
	add_filter( 'wp_doing_ajax', '__return_true' );
	add_filter( 'wp_die_ajax_handler', $handler = fn() => function ( $message, $title, $arguments ) {
		throw new Exception( 'status ' . $arguments['response'] );
	} );
	ob_start();
	try {
		do_action( 'wp_ajax_afterword_order' );
	} catch ( Exception $ended ) {
		return json_decode( ob_get_contents(), true ) ?? $ended->getMessage();
	} finally {
		ob_end_clean();
		remove_filter( 'wp_doing_ajax', '__return_true' );
		remove_filter( 'wp_die_ajax_handler', $handler );
		wp_set_current_user( 0 );
	}
}

/** Runs tests in their order. */
function run( $tests ) {
	$failed = 0;
	foreach ( $tests as $name => $test ) {
		try {
			$test();
			echo "ok: $name\n";
		} catch ( Throwable $failure ) {
			++$failed;
			echo "FAILED: $name\n{$failure->getMessage()}\n{$failure->getTraceAsString()}\n";
		}
	}
	exit( $failed ? 1 : 0 );
}

/** Where a form led, or which error it got. */
function submit( $action, $user, $fields ) {
	wp_set_current_user( $user );
	$_POST    = $fields;
	$_REQUEST = $fields;
	$stop     = function ( $to ) {
		throw new Exception( (string) $to );
	};
	add_filter( 'wp_redirect', $stop );
	add_filter( 'wp_die_handler', $handler = function () {
		return function ( $message, $title, $arguments ) {
			throw new Exception( 'status ' . ( is_array( $arguments ) ? $arguments['response'] : $arguments ) );
		};
	} );
	try {
		do_action( "admin_post_$action" );
		return 'nothing';
	} catch ( Exception $ended ) {
		return $ended->getMessage();
	} finally {
		remove_filter( 'wp_redirect', $stop );
		remove_filter( 'wp_die_handler', $handler );
		wp_set_current_user( 0 );
	}
}
