<?php
/**
 * Updates from Afterword.
 *
 * @package Afterword
 */

defined( 'ABSPATH' ) || exit;

/** Tells WordPress of the newest plug-in. The package for WordPress' directory, which has its own updates, lacks this file. */
class Afterword_Update {

	public static function hook() {
		// The file that Afterword gives names this address as its Update URI.
		add_filter( 'update_plugins_' . wp_parse_url( Afterword_Connection::address(), PHP_URL_HOST ), array( __CLASS__, 'newest' ), 10, 3 );
		add_filter( 'plugins_api', array( __CLASS__, 'details' ), 10, 3 );
	}

	/** The newest plug-in, for which WordPress looks twice a day. */
	public static function newest( $update, $head, $file ) {
		$connection = plugin_basename( AFTERWORD_FILE ) === $file ? Afterword_Connection::stored() : null;
		$version    = $connection ? Afterword_Connection::call( 'GET', 'connection', null, $connection )['json']['version'] ?? '' : '';
		if ( ! $version ) {
			return $update;
		}
		// As in WordPress' directory, what was tested counts for all releases of that version.
		$update = array( 'slug' => dirname( $file ), 'version' => $version, 'tested' => self::needs()['tested'] . '.99' );
		return $update + self::needs() + array( 'url' => Afterword_Settings::address(), 'package' => "{$connection['base']}/console/connections/woocommerce/plugin" );
	}

	private static function needs() {
		return get_file_data( dirname( __DIR__ ) . '/readme.txt', array( 'requires' => 'Requires at least', 'tested' => 'Tested up to', 'requires_php' => 'Requires PHP' ) );
	}

	/** What *View details* shows. Otherwise WordPress would ask its directory. */
	public static function details( $found, $action, $asked ) {
		if ( 'plugin_information' !== $action || dirname( plugin_basename( AFTERWORD_FILE ) ) !== ( $asked->slug ?? '' ) ) {
			return $found;
		}
		$head = get_plugin_data( AFTERWORD_FILE );
		$link = sprintf( '<p><a href="%s" target="_top">%s</a></p>', esc_url( Afterword_Settings::address() ), esc_html( Afterword_Settings::address() ) );
		return (object) ( self::needs() + array( 'name' => $head['Name'], 'slug' => $asked->slug, 'version' => $head['Version'], 'author' => $head['Author'], 'sections' => array( 'description' => $head['Description'] . $link ) ) );
	}
}
