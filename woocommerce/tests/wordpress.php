<?php
/**
 * Loads Debian's WordPress, or that of the folder `WORDPRESS`, with a database and folder of its own.
 *
 * @package Afterword
 */

error_reporting( E_ALL & ~E_DEPRECATED );
$afterword_work = getenv( 'AFTERWORD_TESTS' );
$afterword_shop = '127.0.0.1:' . getenv( 'SHOP_PORT' );

define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', "localhost:$afterword_work/socket" );
define( 'WP_HOME', "http://$afterword_shop" );
define( 'WP_SITEURL', "http://$afterword_shop" );
define( 'WP_CONTENT_DIR', "$afterword_work/content" );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'WP_ACCESSIBLE_HOSTS', '127.0.0.1' );
// Tests run the cron's events themselves.
define( 'DISABLE_WP_CRON', true );
define( 'WP_DEBUG', true );
define( 'SAVEQUERIES', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', "$afterword_work/debug.log" );
define( 'ABSPATH', rtrim( getenv( 'WORDPRESS' ) ? getenv( 'WORDPRESS' ) : '/usr/share/wordpress', '/' ) . '/' );
$_SERVER['HTTP_HOST'] = $afterword_shop;
$_SERVER += array(
	'REQUEST_URI'    => '/',
	'REQUEST_METHOD' => 'GET',
);
$table_prefix = 'wp_';

/** Nothing leaves this machine. */
function wp_mail() {
	return true;
}
