module beside.info {}
