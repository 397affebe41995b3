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

function renew() {
	wp_cache_flush();
	return Afterword_Answers::renew();
}

/** Makes all stored answers so many seconds older. */
function age( $seconds ) {
	foreach ( array( 'afterword_ratings', 'afterword_reviews_11' ) as $name ) {
		$stored       = get_transient( $name );
		$stored['at'] -= $seconds;
		set_transient( $name, $stored, DAY_IN_SECONDS );
	}
}

function rows() {
	global $wpdb;
	wp_cache_flush();
	$cron = false === strpos( serialize( get_option( 'cron' ) ), 'afterword' ) ? array() : array( 'cron' );
	return array_merge( $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%afterword%' ORDER BY BINARY option_name" ), $cron );
}

function output_of( $print ) {
	ob_start();
	$print();
	return ob_get_clean();
}

/** The calls that WooCommerce queued: topic, address and number. */
function queued( $act ) {
	$calls = array();
	$note  = function ( $webhook, $id ) use ( &$calls ) {
		$calls[] = array( $webhook->get_topic(), $webhook->get_delivery_url(), $id );
	};
	add_action( 'woocommerce_webhook_process_delivery', $note, 10, 2 );
	$act();
	remove_action( 'woocommerce_webhook_process_delivery', $note );
	return $calls;
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
