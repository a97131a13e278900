mine = 'the one beside the script'
