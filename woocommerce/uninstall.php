<?php
/**
 * Removes everything that the plug-in stored.
 *
 * @package Afterword
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/afterword.php';

foreach ( is_multisite() ? get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) : array( get_current_blog_id() ) as $afterword_site ) {
	if ( is_multisite() ) {
		switch_to_blog( $afterword_site );
	}
	Afterword_Connection::forget();
	Afterword_Outbox::erase();
	delete_option( Afterword_Shop::ENTERED );
	delete_option( Afterword_State::CONSENT );
	delete_option( Afterword_Old_Reviews::OPTION );
	if ( is_multisite() ) {
		restore_current_blog();
	}
}
