# differs: a sentence follows that names the folders that were looked at
import not_installed_anywhere
